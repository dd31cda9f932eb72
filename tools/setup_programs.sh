#!/bin/sh
# Checks for the programs that the tests run beside Python, and installs what is missing.
#
#   tools/setup_programs.sh PROGRAM...
#
# Each is a Debian package of the same name. Only as root on a machine with apt-get is anything
# installed, and only what is missing; elsewhere a message says what to type.
set -eu

missing=
for program in "$@"; do
    command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the tests:$missing" >&2
    apt-get update -qq
    # shellcheck disable=SC2086 # one word a program
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "The tests need:$missing" >&2
    echo "On Debian or Ubuntu: sudo apt-get install$missing" >&2
    exit 1
fi
