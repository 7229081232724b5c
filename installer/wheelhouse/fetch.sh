#!/usr/bin/env bash
# fetch.sh LOCK WHEELS [EARLIER]: fetches exactly the wheels that LOCK lists, and refuses any other
# bytes. EARLIER: a folder of wheels already fetched, taken from there when they are the listed ones.
set -euo pipefail
lock="${1:?usage: fetch.sh LOCK WHEELS [EARLIER]}"
wheels="${2:?usage: fetch.sh LOCK WHEELS [EARLIER]}"
earlier=()
if [ -d "${3:-}" ]; then
    earlier=(--find-links "$3")
fi
python="${PYTHON:-.venv/bin/python}"
"$python" -m pip download --quiet --no-input --disable-pip-version-check --no-deps \
    --only-binary=:all: --require-hashes --requirement "$lock" "${earlier[@]}" --dest "$wheels" || {
    echo "A wheel that $lock lists was not found with its digest: see above." >&2
    echo "If it is torch: its build for processors lies on the PyTorch project's own index;" >&2
    echo "    PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu make wheelhouse" >&2
    exit 1
}
"$python" "$(dirname "$0")/lock.py" check "$wheels" "$lock"
