#!/usr/bin/env bash
# Makes every size of the icon from the two drawings, here and for the window.
# Needs rsvg-convert, icotool and png2icns (Debian: librsvg2-bin icoutils icnsutils).
set -euo pipefail
cd "$(dirname "$0")"

window=../src/main/resources/dev/gradeline/icons
mkdir -p "$window"

for size in 16 24 32 48 64 128 256 512 1024; do
  drawing=gradeline.svg
  [ "$size" -eq 16 ] && drawing=gradeline-16.svg
  rsvg-convert --width "$size" --height "$size" "$drawing" --output "gradeline-$size.png"
done

icotool --create --output=gradeline.ico \
  gradeline-16.png gradeline-24.png gradeline-32.png gradeline-48.png gradeline-64.png gradeline-128.png \
  --raw=gradeline-256.png
png2icns gradeline.icns \
  gradeline-16.png gradeline-32.png gradeline-48.png gradeline-128.png gradeline-256.png gradeline-512.png \
  gradeline-1024.png >/dev/null

for size in 16 32 64 128 256; do
  cp "gradeline-$size.png" "$window/"
done
