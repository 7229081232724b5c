#!/usr/bin/env bash
# What the tests of the real window need on Debian 12: a screen of their own, a hand on its mouse,
# and the libraries of an X11 window. Root gets what is missing; anyone else is told the line.
# Without them those tests are skipped and say so: nothing here stops the others.
set -euo pipefail
cd "$(dirname "$0")/../.."

python="${1:?usage: screen_packages.sh PYTHON}"

missing_packages() {
    command -v Xvfb >/dev/null || echo xvfb
    command -v xdotool >/dev/null || echo xdotool
    "$python" -c 'from app.libraries import missing; print(*(l.package for l in missing(True)), sep="\n")'
}

mapfile -t missing < <(missing_packages | sed '/^$/d' | sort -u)
if [ "${#missing[@]}" -eq 0 ]; then
    exit 0
fi

line="apt-get install --yes --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests of the real window will be skipped. To run them too: sudo $line" >&2
    exit 0
fi
echo "Installing what the tests of the real window need: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
if ! { apt-get update --quiet && $line; } </dev/null >/dev/null; then
    echo "That did not succeed: the tests of the real window will be skipped." >&2
fi
