#!/usr/bin/env bash
# Makes .venv with everything pinned in constraints.txt, and Relecture itself in place.
set -euo pipefail
cd "$(dirname "$0")/../.."

python="$(installer/linux/find_python.sh)"
installer/linux/system_packages.sh "$python"

usable() {
    .venv/bin/python -c 'import pip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' \
        >/dev/null 2>&1
}
usable || "$python" -m venv --clear .venv

# The build backend is pinned too; old pip reads the first variable, new pip the second.
export PIP_CONSTRAINT="$PWD/constraints.txt" PIP_BUILD_CONSTRAINT="$PWD/constraints.txt"
export PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/python -m pip install --quiet --no-input --constraint constraints.txt --editable '.[test]' \
    </dev/null
