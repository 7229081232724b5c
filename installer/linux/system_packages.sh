#!/usr/bin/env bash
# System packages that Relecture needs on Debian 12: looked for first, fetched only if absent.
# As root it installs what is missing; as anyone else it prints the one line to run, and stops.
set -euo pipefail

python="${1:?usage: system_packages.sh PYTHON}"

# What the loader must find, and the Debian package that brings it (headless set).
libraries=(
    libGL.so.1:libgl1
    libEGL.so.1:libegl1
    libxkbcommon.so.0:libxkbcommon0
    libglib-2.0.so.0:libglib2.0-0
    libgthread-2.0.so.0:libglib2.0-0
    libfontconfig.so.1:libfontconfig1
    libdbus-1.so.3:libdbus-1-3
)
# Where there is a screen a window will want it; Qt ends the program without one of these.
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    libraries+=(
        libxcb-cursor.so.0:libxcb-cursor0
        libxkbcommon-x11.so.0:libxkbcommon-x11-0
        libxcb-icccm.so.4:libxcb-icccm4
        libxcb-keysyms.so.1:libxcb-keysyms1
        libxcb-shape.so.0:libxcb-shape0
        libxcb-xkb.so.1:libxcb-xkb1
        libxcb-randr.so.0:libxcb-randr0
    )
fi

loads() {
    "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null
}

missing_packages() {
    # Debian splits ensurepip from Python: without it a virtual environment has no pip.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    fi
    local entry
    for entry in "${libraries[@]}"; do
        loads "${entry%%:*}" || echo "${entry##*:}"
    done
}

mapfile -t missing < <(missing_packages | sort -u)
if [ "${#missing[@]}" -eq 0 ]; then
    exit 0
fi

line="apt-get install --yes --no-install-recommends ${missing[*]}"
if ! command -v apt-get >/dev/null; then
    echo "These system libraries are missing (Debian names): ${missing[*]}" >&2
    echo "Install your system's packages that bring them, then run make again." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "System packages are missing. Run this line, then make again:" >&2
    echo "    sudo $line" >&2
    exit 1
fi
echo "Installing system packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet </dev/null
$line </dev/null
