#!/usr/bin/env bash
# What jpackage does not do for macOS; run by the profiles `dist` and `installer` there, and never yet run on a Mac.
#   seal IMAGE VERSION    after the training: the bundle says the program's version, and is signed anew, because a cache was added
#   name FOLDER VERSION   the disk image is called by the program's version and the processor that it is for
# jpackage takes no version that begins with 0, so it is told 1.0.0 each time; the system itself takes any.
set -euo pipefail

case $1 in
  seal)
    for key in CFBundleShortVersionString CFBundleVersion; do
      plutil -replace "$key" -string "$3" "$2/Contents/Info.plist"
    done
    # ad hoc, as jpackage does where it is given no certificate
    codesign --force --deep --sign - "$2"
    codesign --verify --deep --strict "$2"
    ;;
  name)
    mv "$2/Gradeline-1.0.0.dmg" "$2/Gradeline-$3-$(uname -m).dmg"
    ;;
  *) exit 2 ;;
esac
