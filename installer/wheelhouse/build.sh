#!/usr/bin/env bash
# Builds, on a connected machine, one folder from which Relecture installs where there is no
# network. `make wheelhouse` calls it; FOLDER is build/wheelhouse unless another is named. With
# EXTRA=cluster in the environment, what joins several machines is in it too.
set -euo pipefail
folder="$(realpath -m "${1:-"$(dirname "$0")/../../build/wheelhouse"}")"
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8 PIP_DISABLE_PIP_VERSION_CHECK=1
umask 022

python="${PYTHON:-.venv/bin/python}"
here=installer/wheelhouse
part="$folder.part"
rm -rf "$part"
mkdir -p "$part/wheels"

locks=("$here/digests.txt")
case "${EXTRA:-}" in
    "") ;;
    cluster) locks+=("$here/cluster.txt") ;;
    *) echo "EXTRA is empty or cluster, not ${EXTRA}." >&2; exit 2 ;;
esac
cat "${locks[@]}" > "$part/lock.txt"
echo "Fetching the wheels of ${locks[*]}"
PYTHON="$python" "$here/fetch.sh" "$part/lock.txt" "$part/wheels" "$folder/wheels"

echo "Building Relecture's own wheel"
PIP_CONSTRAINT="$PWD/constraints.txt" PIP_BUILD_CONSTRAINT="$PWD/constraints.txt" \
    "$python" -m pip wheel --quiet --no-input --no-deps --wheel-dir "$part/own" .
own="$(basename "$part"/own/relecture-*.whl)"
version="$(cut -d- -f2 <<<"$own")"
digest="$(sha256sum "$part/own/$own" | cut -d' ' -f1)"
mv "$part/own/$own" "$part/wheels/"
rmdir "$part/own"
{ cat "$part/lock.txt"; echo "relecture==$version --hash=sha256:$digest"; } \
    > "$part/requirements.txt"
rm "$part/lock.txt"

echo "Checking that the folder is exactly what is listed, and enough"
"$python" "$here/lock.py" check "$part/wheels" "$part/requirements.txt"
"$python" -m pip --isolated install --quiet --dry-run --ignore-installed --no-index \
    --find-links "$part/wheels" --require-hashes --requirement "$part/requirements.txt"

"$python" "$here/models.py" models "$part/models"
cp constraints.txt LICENSE "$here/install.sh" "$part/"
made_for="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
echo "$made_for" > "$part/PYTHON"
"$python" -I -c '
import sys
sys.path.insert(0, sys.argv[1])
from app.libraries import DISPLAY, HEADLESS
print("# Debian 12 packages; on Ubuntu the names are the same, or apt finds their successors.")
print(f"# Python itself, and its virtual environments:\npython{sys.argv[2]}\npython{sys.argv[2]}-venv")
for reason, libraries in (("For Qt and OpenCV, with or without a screen", HEADLESS),
                          ("For the window, under X11", DISPLAY)):
    print(f"# {reason}:", *sorted({library.package for library in libraries}), sep="\n")
' "$part/wheels/$own" "$made_for" > "$part/system-packages.txt"

wheels="$(find "$part/wheels" -name '*.whl' | wc -l)"
for text in LISEZMOI.txt README.txt; do
    sed -e "s/@VERSION@/$version/" -e "s/@PYTHON@/$made_for/" -e "s/@WHEELS@/$wheels/" \
        "$here/$text" > "$part/$text"
done
(cd "$part" && find . -type f ! -path ./SHA256SUMS -printf '%P\0' | sort -z | xargs -0 sha256sum) \
    > "$part.sums"
mv "$part.sums" "$part/SHA256SUMS"

rm -rf "$folder"
mv "$part" "$folder"
echo "$folder: $wheels wheels, $(du -sh "$folder" | cut -f1), for Python $made_for on Linux x86_64."
echo "Write this down and carry it apart from the folder, to compare on the other side:"
sha256sum "$folder/SHA256SUMS" | sed 's/ .*/  SHA256SUMS/'
