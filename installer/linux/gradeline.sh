#!/bin/sh
# Starts Gradeline on the Java runtime beside it. jpackage's own program for this would ask rpm and dpkg for the package that it
# belongs to, twice at each start (decision 26).
self=$0
[ ! -L "$self" ] || self=$(readlink -f -- "$self")
case $self in
  */*) ;;
  *) self=./$self ;;
esac
here=$(CDPATH='' cd -P -- "${self%/*}/.." && pwd) || exit 1
app=$here/lib/app
cache=$app/gradeline.aot
[ -f "$cache" ] || cache=
# what somebody gives to all Java programs is not for this one's messages
unset JDK_JAVA_OPTIONS
exec "$here/lib/runtime/bin/gradeline" ${cache:+"-XX:AOTCache=$cache"} \
  @OPTIONS@ \
  -cp "@CLASS_PATH@" \
  @MAIN@ "$@"
