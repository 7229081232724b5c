#!/usr/bin/env bash
# Rewrites digests.txt from the package index: what pyproject.toml names, at the pins of
# constraints.txt, with all that these need. pip checks each file against the digest that the index
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
"$python" -m pip download --quiet --no-input --only-binary=:all: --constraint constraints.txt \
    --requirement "$wheels/named" --dest "$wheels/all"
"$python" installer/wheelhouse/lock.py write "$wheels/all" installer/wheelhouse/digests.txt
