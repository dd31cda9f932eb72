#!/bin/sh
# Makes a virtual environment for this clone, if it is not there yet.
#
#   tools/venv.sh DIR
#
# Uses $PYTHON if set, else the first of python3, python3.14 ... python3.11 that is new enough.
# On Debian and Ubuntu the venv module is a package of its own: as root it is installed with
# apt-get, and only when it is missing; otherwise a message says what to type.
set -eu
dir=${1:?usage: tools/venv.sh DIR}

# A folder left by an interrupted run has a python but perhaps no pip.
if [ -x "$dir/bin/python" ] && "$dir/bin/python" -c 'import pip' 2>/dev/null; then
    exit 0
fi

new_enough() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

python=
for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if new_enough "$name"; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "pmlint needs Python 3.11 or newer; found: $(python3 --version 2>&1 || echo none)." >&2
    echo "Install one, or name one: make PYTHON=/path/to/python3.11 try" >&2
    exit 1
fi

has_venv() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null
}

if ! has_venv; then
    package=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing $package: this Python came without its venv module." >&2
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    fi
    if ! has_venv; then
        echo "$python came without its venv module." >&2
        echo "On Debian or Ubuntu: sudo apt-get install $package" >&2
        exit 1
    fi
fi

rm -rf "$dir"
"$python" -m venv "$dir"
