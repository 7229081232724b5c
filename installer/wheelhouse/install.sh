#!/usr/bin/env bash
# Installe Relecture depuis ce dossier, sans aucun réseau.   bash install.sh [--prefix DOSSIER]
# Installs Relecture from this folder, with no network.      bash install.sh [--prefix FOLDER]
set -euo pipefail
umask 022
here="$(cd "$(dirname "$0")" && pwd -P)"

case "${RELECTURE_LANGUAGE:-${LC_ALL:-${LANG:-}}}" in
    [eE][nN]*) say() { printf '%s\n' "$2"; } ;;
    *) say() { printf '%s\n' "$1"; } ;;
esac
fail() {
    say "$1" "$2" >&2
    exit 1
}

# Where: /opt/relecture for root, the user's own place for anyone else.
if [ "$(id -u)" -eq 0 ]; then
    prefix=/opt/relecture
    commands=/usr/local/bin
else
    prefix="${XDG_DATA_HOME:-$HOME/.local/share}/relecture-app"
    commands="$HOME/.local/bin"
fi
case "$#:${1:-}" in
    0:) ;;
    2:--prefix) prefix="$(realpath -m "$2")" && commands="" ;;
    *) fail "Usage : bash install.sh [--prefix DOSSIER]" "Usage: bash install.sh [--prefix FOLDER]" ;;
esac

# Nothing of this folder is run or read before every byte of it is what the list says.
check_bytes() {
    local odd wrong
    cd "$here"
    [ -f SHA256SUMS ] || fail "Il manque SHA256SUMS : ce dossier n’est pas entier. Rien n’a été fait." \
        "SHA256SUMS is missing: this folder is not whole. Nothing was done."
    odd="$(find . ! -type d ! -path ./SHA256SUMS -printf '%P\n' | LC_ALL=C sort |
        LC_ALL=C comm -23 - <(sed -n 's/^[0-9a-f]\{64\}  //p' SHA256SUMS | LC_ALL=C sort))"
    odd+="$(find . ! -type d ! -type f -printf '%P\n')"
    wrong="$(LC_ALL=C sha256sum --check --strict --quiet SHA256SUMS 2>&1)" && [ -z "$odd" ] && return
    say "Ce dossier n’est pas celui qui a été construit. Rien n’a été fait. Recopiez-le." \
        "This folder is not the one that was built. Nothing was done. Copy it again." >&2
    [ -z "$odd" ] || { say "En trop :" "Not listed:" && printf '  %s\n' "$odd"; } >&2
    [ -z "$wrong" ] || { say "Absent ou altéré :" "Missing or altered:" && printf '  %s\n' "$wrong"; } >&2
    exit 1
}

# A name on the path proves nothing: each candidate must answer, with the version of the wheels.
find_python() {
    local wanted candidate
    wanted="$(cat "$here/PYTHON")"
    for candidate in "${PYTHON:-}" "python$wanted" python3; do
        [ -n "$candidate" ] || continue
        if [ "$("$candidate" -I -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$wanted" ]; then
            command -v "$candidate"
            return
        fi
    done
    fail "Il faut Python $wanted (Debian 12 : apt install python3 python3-venv). Rien n’a été fait." \
        "Python $wanted is needed (Debian 12: apt install python3 python3-venv). Nothing was done."
}

check_machine() {
    "$python" -I -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Il manque à Python ses environnements : sudo apt install python$(cat "$here/PYTHON")-venv. Rien n’a été fait." \
            "Python lacks its environments: sudo apt install python$(cat "$here/PYTHON")-venv. Nothing was done."
    "$python" -I -c '
import platform, sys
name, version = platform.libc_ver()
new = name == "glibc" and tuple(map(int, version.split("."))) >= (2, 34)
sys.exit(not (new and platform.machine() == "x86_64"))' ||
        fail "Ce dossier est fait pour Linux x86_64 avec glibc 2.34 ou plus (Debian 12). Rien n’a été fait." \
            "This folder is for Linux x86_64 with glibc 2.34 or newer (Debian 12). Nothing was done."
    local needed free
    needed=$(($(du -sk "$here/wheels" | cut -f1) * 4))
    free="$(df --output=avail -k "$prefix" | tail -n 1)"
    [ "$free" -ge "$needed" ] ||
        fail "Il faut $((needed / 1024)) Mio libres dans $prefix, il y en a $((free / 1024)). Rien n’a été fait." \
            "$((needed / 1024)) MiB must be free in $prefix, there are $((free / 1024)). Nothing was done."
}

# Named, and no reason to stop: the program says the same, and they may come later.
name_libraries() {
    "$python" -I -c '
import sys
sys.path.insert(0, sys.argv[1])
from app import libraries
lacking = libraries.missing(display=True)
if lacking:
    print(libraries.apt_line(lacking))' "$here"/wheels/relecture-*.whl
}

install_beside() {
    "$python" -I -m venv --clear "$new"
    "$new/bin/python" -I -m pip --isolated install --quiet --no-input --disable-pip-version-check \
        --no-cache-dir --no-index --find-links "$here/wheels" --require-hashes \
        --requirement "$here/requirements.txt" </dev/null
    "$new/bin/python" -I -m pip --isolated --disable-pip-version-check check >/dev/null
    local shelf
    shelf="$("$new/bin/python" -I -c 'import models; print(models.__path__[0])')"
    cmp -s "$here/models/manifest.toml" "$shelf/manifest.toml" ||
        fail "La liste des modèles n’est pas celle du programme." "The list of models is not the program's."
    find "$here/models" -type f ! -name manifest.toml -exec cp -t "$shelf" {} +
    "$new/bin/python" -I -c 'import app.__main__'
}

check_bytes
python="$(find_python)"
mkdir -p "$prefix/versions" "$prefix/bin"
check_machine
exec 9>"$prefix/.lock"
flock -n 9 || fail "Une autre installation est en cours dans $prefix." "Another installation is running in $prefix."

libraries="$(name_libraries)"
name="$(basename "$here"/wheels/relecture-*.whl | cut -d- -f2)-$(sha256sum "$here/SHA256SUMS" | cut -c1-8)"
former="$(readlink "$prefix/current" || true)"
new="$prefix/versions/$name"
[ "versions/$name" != "$former" ] || new="$new-bis"

say "Installation dans $prefix (une à deux minutes)" "Installing in $prefix (one or two minutes)"
install_beside
ln -sfn "versions/$(basename "$new")" "$prefix/current.new"
mv -T "$prefix/current.new" "$prefix/current" # one rename: the former works until the new one does
ln -sfn ../current/bin/relecture "$prefix/bin/relecture"
for other in "$prefix"/versions/*; do
    case "versions/$(basename "$other")" in
        "versions/$(basename "$new")" | "$former") ;;
        *) rm -rf "$other" ;;
    esac
done

command="$prefix/bin/relecture"
if [ -n "$commands" ]; then
    mkdir -p "$commands"
    if [ ! -e "$commands/relecture" ] || [ -L "$commands/relecture" ]; then
        ln -sfn "$prefix/bin/relecture" "$commands/relecture"
    fi
    [ "$(command -v relecture || true)" != "$commands/relecture" ] || command=relecture
fi
say "Relecture est installée." "Relecture is installed."
if [ -n "$libraries" ]; then
    say "Il manque des bibliothèques système à ce poste. Avec ces paquets (system-packages.txt) :" \
        "This machine lacks system libraries. With these packages (system-packages.txt):"
    printf '    %s\n' "$libraries"
fi
say "Ensuite :" "Next:"
printf '    %s\n' "$command doctor" "$command demo"
