#!/usr/bin/env bash
# Proves the air gap: builds the wheelhouse, then installs it, asks the doctor and runs the
# demonstration where there is no network at all. `make airgap` calls it.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder="$PWD/build/wheelhouse"
installer/wheelhouse/build.sh "$folder"

scratch="$(mktemp -d "$PWD/build/airgap.XXXXXX")" # two gigabytes: not in memory
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/home"

# shellcheck disable=SC2016 # the words are the inner shell's
env -i PATH=/usr/local/bin:/usr/bin:/bin HOME="$scratch/home" LANG=C.UTF-8 \
    installer/linux/without_network.sh bash -euo pipefail -c '
step() {
    echo "== $*"
    local began=$SECONDS
    "$@"
    echo "== $((SECONDS - began)) s"
}
devices="$(tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d " ")"
[ "${devices:-lo}" = lo ] || { echo "there is a network here: $devices" >&2; exit 1; }
cd "$HOME"
step bash "$1/install.sh" --prefix "$HOME/app"
step app/bin/relecture doctor
app/bin/relecture doctor --json > doctor.json
for what in models network route telemetry hook; do
    grep -q "\"what\": \"$what\", \"state\": \"good\"" doctor.json ||
        { echo "the doctor does not find this machine apart, with its own model: $what" >&2; exit 1; }
done
step app/bin/relecture demo --out "$HOME/demo" | tee demo.txt
grep -q "openvino vigie" demo.txt ||
    { echo "the demonstration was not looked at by the model that ships" >&2; exit 1; }
echo "== installed: $(du -sh app | cut -f1)"
' - "$folder"
echo "Installed, examined and demonstrated with no network."
