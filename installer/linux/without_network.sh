#!/usr/bin/env bash
# Runs a command in a network namespace that holds no interface but a loopback that is down.
set -euo pipefail

if unshare -n true 2>/dev/null; then
    exec unshare -n "$@"
elif unshare -rn true 2>/dev/null; then
    exec unshare -rn "$@"
fi
echo "This kernel refuses network namespaces to this account (unshare -n and unshare -rn):" >&2
echo "run it as root, or allow unprivileged user namespaces." >&2
exit 3
