#!/bin/sh
# Checks for the programs that the tests run beside Python, and installs what is missing.
#
#   tools/setup_programs.sh
#
# Only as root on a machine with apt-get is anything installed, and only what is missing; elsewhere a
# message says what to type. The tests for which a program is missing are then skipped, except in CI.
set -eu

# ldconfig is not on everybody's path.
PATH=$PATH:/usr/sbin:/sbin
missing=
has() {
    command -v "$1" >/dev/null 2>&1
}

has git || missing="$missing git"
# The HTML reports are looked at in a browser; without a font it would show boxes.
has chromium || has google-chrome || missing="$missing chromium fonts-dejavu-core"
# The driver in Playwright's wheel is linked to it, and a minimal Debian is without.
! has ldconfig || ldconfig -p | grep -q 'libatomic\.so\.1 ' || missing="$missing libatomic1"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && has apt-get; then
    echo "Installing for the tests:$missing" >&2
    apt-get update -qq
    # shellcheck disable=SC2086 # one word a package
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Some tests need more. On Debian or Ubuntu: sudo apt-get install$missing" >&2
fi
