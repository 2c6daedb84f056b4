#!/usr/bin/env bash
# Lays the program out as Linux packages have it, and makes a .deb and an .rpm of that: each where its tool is there
# (dpkg-deb, rpmbuild). Run by the profile `installer`, which gives everything by the environment:
#   IMAGE     what jpackage made           PAPERS   man page and completions
#   WORK      a folder for the layout      OUTPUT   where the packages go
#   VERSION   of the program               STAMP    the date in the packages, as an ISO instant
#   CONTACT   who answers for the package  PICTURES the address below which docs/screenshots is public; may be empty
#   HOMEPAGE  where the project is at home; may be empty
set -euo pipefail
cd "$(dirname "$0")/../.."
here=installer/linux

fail() { printf '%s\n' "$*" >&2; exit 1; }
[ -x "$IMAGE/bin/gradeline" ] || fail "There is no program in $IMAGE. Make it in the same run: ./mvnw -Pinstaller package"

cmp -s "target/gradeline-$VERSION.jar" "$IMAGE/lib/app/gradeline-$VERSION.jar" ||
  fail "The program in $IMAGE is of an earlier build. Make both in one run: ./mvnw -Pinstaller package"

export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8
SOURCE_DATE_EPOCH=$(date -u -d "$STAMP" +%s)
# the day on which this version was released, as the changelog has it; none until it is
day=$(sed -n "s/^## \[${VERSION//./\\.}\] - \([0-9]\{4\}-[0-9][0-9]-[0-9][0-9]\)$/\1/p" CHANGELOG.md)
root=$WORK/root
rm -rf "$WORK"
mkdir -p "$root/opt" "$OUTPUT"

put() { install -D -m 644 "$1" "$root/$2"; }
zip() { mkdir -p "$(dirname "$root/$2")"; gzip -9nc "$1" >"$root/$2"; }

# --- the layout ---------------------------------------------------------------------------------------------------------

cp -a "$IMAGE" "$root/opt/gradeline"
chmod -R u=rwX,go=rX "$root/opt/gradeline"
find "$root/opt/gradeline" -name '*.so' -exec chmod 644 {} +
install -d "$root/usr/bin"
ln -s /opt/gradeline/bin/gradeline "$root/usr/bin/gradeline"

put $here/dev.gradeline.Gradeline.desktop usr/share/applications/dev.gradeline.Gradeline.desktop
put $here/dev.gradeline.Gradeline.mime.xml usr/share/mime/packages/dev.gradeline.Gradeline.xml
for size in 16 24 32 48 64 128 256 512; do
  put icons/gradeline-$size.png usr/share/icons/hicolor/${size}x$size/apps/gradeline.png
done
put icons/gradeline.svg usr/share/icons/hicolor/scalable/apps/gradeline.svg

screenshots=
if [ -n "$PICTURES" ]; then
  screenshots="<screenshots>"
  type=' type="default"'
  while IFS='|' read -r file caption german; do
    [ -f "docs/screenshots/$file" ] || fail "There is no docs/screenshots/$file"
    captions="<caption>$caption</caption><caption xml:lang=\"de\">$german</caption>"
    screenshots="$screenshots<screenshot$type>$captions<image>$PICTURES/$file</image></screenshot>"
    type=
  done <$here/screenshots.txt
  screenshots="$screenshots</screenshots>"
fi
releases=${day:+<releases><release version=\"$VERSION\" date=\"$day\"/></releases>}
homepage=${HOMEPAGE:+<url type=\"homepage\">$HOMEPAGE</url>}
sed -e "s|@SCREENSHOTS@|$screenshots|; s|@RELEASES@|$releases|; s|@HOMEPAGE@|$homepage|; /^ *$/d" \
  $here/dev.gradeline.Gradeline.metainfo.xml >"$WORK/metainfo.xml"
put "$WORK/metainfo.xml" usr/share/metainfo/dev.gradeline.Gradeline.metainfo.xml

zip "$PAPERS/man/gradeline.1" usr/share/man/man1/gradeline.1.gz
put "$PAPERS/bash/gradeline" usr/share/bash-completion/completions/gradeline
put "$PAPERS/fish/gradeline.fish" usr/share/fish/vendor_completions.d/gradeline.fish

# For each user to switch on; nothing enables them. See docs/guide.md.
put $here/gradeline-sync.service usr/lib/systemd/user/gradeline-sync.service
put $here/gradeline-sync.timer usr/lib/systemd/user/gradeline-sync.timer

put "$IMAGE/lib/app/legal/gradeline.cdx.json" usr/share/doc/gradeline/gradeline.cdx.json
zip CHANGELOG.md usr/share/doc/gradeline/changelog.gz

# --- what it needs ------------------------------------------------------------------------------------------------------

# Never loaded, but left in, for they are small: AWT runs without a display, and nothing makes a sound. Slim.java took out the rest.
never='/lib(jawt|jsound)\.so$'
needed=$(find "$root/opt/gradeline" -type f \( -name '*.so' -o -path '*/runtime/bin/*' -o -name jspawnhelper \) | grep -Ev "$never" |
  xargs readelf -d 2>/dev/null | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u |
  while read -r library; do
    [ -n "$(find "$root/opt/gradeline" -name "$library")" ] || printf '%s\n' "$library"
  done)
libc=$(find "$root/opt/gradeline" -type f \( -name '*.so' -o -path '*/runtime/bin/*' \) -print0 |
  xargs -0 grep -aohE 'GLIBC_2\.[0-9]+' | sort -uV | tail -1)

# --- .deb ---------------------------------------------------------------------------------------------------------------

if command -v dpkg-deb >/dev/null; then
  sed -e "s|@VERSION@|$VERSION|; s|@CONTACT@|$CONTACT|; s|@LIBC@|${libc#GLIBC_}|" \
    -e "s|^@HOMEPAGE@$|${HOMEPAGE:+Homepage: $HOMEPAGE}|; /^$/d" \
    -e "s|@ARCH@|$(dpkg --print-architecture)|; s|@SIZE@|$(du -sk --apparent-size "$root" | cut -f1)|" $here/control >"$WORK/control"
  # Names of Debian 13 and of Ubuntu 24.04 end in t64 where those of Debian 12 do not.
  depends=$(sed -n '/^Depends:/,/^[A-Z].*:/p' "$WORK/control" | tr -d ' ' | sed 's/([^)]*)//g' | tr ',|' '\n\n')
  for library in $needed; do
    file=$(ldconfig -p | awk -v l="$library" '$1 == l && !found++ { print $NF }')
    package=$( { dpkg -S "$(readlink -f "${file:-/none}")" 2>/dev/null || dpkg -S "${file:-/none}" 2>/dev/null || true; } |
      sed -n '1s/:.*//p')
    [ -n "$package" ] || { printf 'not looked up: %s is not on this machine\n' "$library"; continue; }
    grep -qx -e "$package" -e "Depends:$package" <<<"$depends" || fail "$here/control does not name $package, which $library is in"
  done
  deb=$WORK/deb
  cp -a "$root" "$deb"
  install -D -m 644 "$PAPERS/zsh/_gradeline" "$deb/usr/share/zsh/vendor-completions/_gradeline"
  install -D -m 644 "$IMAGE/lib/app/legal/debian-copyright.txt" "$deb/usr/share/doc/gradeline/copyright"
  install -D -m 644 $here/lintian-overrides "$deb/usr/share/lintian/overrides/gradeline"
  printf 'gradeline (%s-1) unstable; urgency=medium\n\n  * Version %s: see changelog.gz.\n\n -- %s  %s\n' \
    "$VERSION" "$VERSION" "$CONTACT" "$(date -u -R -d "$STAMP")" | gzip -9n >"$deb/usr/share/doc/gradeline/changelog.Debian.gz"
  mkdir "$deb/DEBIAN"
  install -m 644 "$WORK/control" "$deb/DEBIAN/control"
  (cd "$deb" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum) >"$deb/DEBIAN/md5sums"
  chmod 644 "$deb/DEBIAN/md5sums"
  find "$deb" -type d -exec chmod 755 {} +
  find "$deb" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz -z8 --build "$deb" "$OUTPUT/gradeline_$VERSION-1_$(dpkg --print-architecture).deb"
else
  printf 'No .deb: there is no dpkg-deb here.\n'
fi

# --- .rpm ---------------------------------------------------------------------------------------------------------------

if command -v rpmbuild >/dev/null; then
  rpm=$WORK/rpm
  mkdir -p "$rpm"
  cp -a "$root" "$rpm/root"
  install -D -m 644 "$PAPERS/zsh/_gradeline" "$rpm/root/usr/share/zsh/site-functions/_gradeline"
  install -D -m 644 LICENSE "$rpm/root/usr/share/licenses/gradeline/LICENSE"
  find "$rpm/root" -type d -exec chmod 755 {} +
  requires=$(for library in $needed; do case $library in ld-linux*) ;; *) printf 'Requires: %s()(64bit)\n' "$library" ;; esac; done)
  sed -e "s|@VERSION@|$VERSION|; s|@ROOT@|$(readlink -f "$rpm/root")|" \
    -e "s|@LICENCE@|$(cat "$IMAGE/lib/app/legal/licence.txt")|; s|^@HOMEPAGE@$|${HOMEPAGE:+URL: $HOMEPAGE}|" $here/gradeline.spec |
    awk -v requires="$requires" '/^@REQUIRES@$/ { print requires; next } { print }' >"$rpm/gradeline.spec"
  rpmbuild -bb --quiet --define "_topdir $(readlink -f "$rpm")" --define "_rpmdir $(readlink -f "$OUTPUT")" \
    --define '_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm' \
    --define 'use_source_date_epoch_as_buildtime 1' --define 'clamp_mtime_to_source_date_epoch 1' \
    --define '_buildhost localhost' "$rpm/gradeline.spec"
else
  printf 'No .rpm: there is no rpmbuild here.\n'
fi

printf '%s MB installed\n' "$(du -sm --apparent-size "$root" | cut -f1)"
ls -l "$OUTPUT"
