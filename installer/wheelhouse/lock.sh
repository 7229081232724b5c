#!/usr/bin/env bash
# Rewrites digests.txt from the package index: what pyproject.toml names, at the pins of
# constraints.txt, with all that these need; and cluster.txt: what the extra of that name adds. pip checks each file against the digest that the index
# publishes. torch must be the build for processors: PIP_EXTRA_INDEX_URL or PIP_FIND_LINKS says
# where it is, when the index of this machine has it not. Read the difference before committing it.
set -euo pipefail
cd "$(dirname "$0")/../.."

python=.venv/bin/python
mkdir -p build
wheels="$(mktemp -d "$PWD/build/lock.XXXXXX")"
trap 'rm -rf "$wheels"' EXIT

"$python" -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"], sep="\n")' \
    > "$wheels/named"
fetch() {
    "$python" -m pip download --quiet --no-input --only-binary=:all: \
        --constraint constraints.txt --requirement "$1" --dest "$2"
}
fetch "$wheels/named" "$wheels/all"
"$python" installer/wheelhouse/lock.py write "$wheels/all" installer/wheelhouse/digests.txt

"$python" -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["cluster"], sep="\n")' \
    > "$wheels/joining"
fetch "$wheels/joining" "$wheels/cluster"
for wheel in "$wheels"/all/*.whl; do
    rm -f "$wheels/cluster/$(basename "$wheel")"
done
"$python" installer/wheelhouse/lock.py write "$wheels/cluster" installer/wheelhouse/cluster.txt
