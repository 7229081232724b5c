#!/usr/bin/env bash
# Prints the first Python on the path that can run Relecture: 3.11 or 3.12.
set -euo pipefail

# A name on the path proves nothing (a version manager leaves shims): each candidate must answer.
for candidate in "${PYTHON:-}" python3.11 python3.12 python3; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' \
        >/dev/null 2>&1 </dev/null; then
        command -v "$candidate"
        exit 0
    fi
done
echo "Relecture needs Python 3.11 or 3.12, and found neither on the path." >&2
echo "On Debian 12: apt-get install --yes python3   (or set PYTHON to one that you have)" >&2
exit 1
