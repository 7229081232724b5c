"""The attack matrix: `python -m tests.verifier.matrix` writes the golden file and both guides.

Four states of witnessing, each with what the one before has: the lines alone;
the log's key, head and checkpoints; the DPO's retained copy; a printed root.
"""

import base64
import json
import re
import sys
import tempfile
from pathlib import Path

from tests.architecture.house import ROOT
from tests.verifier.attacks import DPO, DPO_SEED, SIZE, VISIT, Shards, honest, second
from tests.verifier.forty import ATTACKS, FAMILIES
from tests.verifier.oracle import Witnessed, accepts
from tests.verifier.running import verdict
from tests.verifier.writer import grown as grow
from tests.verifier.writer import key_id, lay, mark, public, sealed_note, top, vkey

STATES = ["lines", "checkpoints", "dpo", "printed"]
GOLDEN = Path(__file__).with_name("matrix.json")
GUIDES = ROOT / "docs" / "guides"
BEGIN, END = "<!-- matrix -->", "<!-- end of matrix -->"
HEADS = {
    "fr": "| Attaque | lignes scellées seules | + clé, tête et points de contrôle |"
    " + copie gardée par le DPO | + racine imprimée à la fin |",
    "en": "| Attack | sealed lines alone | + key, head and checkpoints |"
    " + copy kept by the DPO | + root printed at the end |",
}
CELLS = {
    "fr": {"found": "vue", "missed": "**manquée**"},
    "en": {"found": "found", "missed": "**missed**"},
}
TOTAL = {"fr": "Vues, sur", "en": "Found, out of"}


def alone(shards: Shards) -> Shards:
    """The lines alone: no checkpoint, and a head that says what the last seal says."""
    return {name: _bare(files) for name, files in shards.items()}


def _bare(files: dict[str, bytes]) -> dict[str, bytes]:
    kept = {name: files[name] for name in ("inception.json", "audit.jsonl")}
    said, peaks = json.loads(files["inception.json"]), list[bytes]()
    found = files["audit.jsonl"].splitlines()
    for number, line in enumerate(found):
        grow(peaks, number, line.partition(b"\t")[0])
    try:
        seal = base64.b64decode(found[-1].partition(b"\t")[2], validate=True)
    except ValueError:
        seal = b""
    key = bytes.fromhex(said["public_key"])
    head = sealed_note(said["origin"], len(found), top(peaks), 7, seal or bytes(64))
    return {**kept, "head": _of_key(head, said["origin"], key)}


def _of_key(head: bytes, origin: str, key: bytes) -> bytes:
    """The head under the identifier of the key that the folder names."""
    body, _, line = head.partition(b"\n\n")
    signature = base64.b64decode(line.split(b" ")[2])[4:]
    return body + b"\n\n" + mark(origin, key_id(origin, 1, key) + signature)


def options(state: str, folder: Path) -> list[str]:
    """What is held against the log from outside, in that state."""
    given: list[str] = []
    if state != "lines":
        given += ["--key", public(7).hex()]
    if state in ("dpo", "printed"):
        note = folder / "retained.note"
        note.write_bytes(second().notes[f"dpo-{VISIT:09}.note"])
        given += ["--retained", str(note), "--dpo", vkey(DPO, DPO_SEED)]
    if state == "printed":
        given += ["--printed", f"{SIZE} : {second().root.hex()}"]
    return given


def held(state: str) -> Witnessed:
    """The same, for the oracle."""
    witnessed = state in ("dpo", "printed")
    return Witnessed(
        b"" if state == "lines" else public(7),
        (second().notes[f"dpo-{VISIT:09}.note"],) if witnessed else (),
        ((DPO, public(DPO_SEED)),) if witnessed else (),
        ((SIZE, second().root.hex()),) if state == "printed" else (),
    )


def laid(folder: Path, state: str, shards: Shards) -> Path:
    """The journal as the reader has it in that state."""
    return lay(folder / "log", alone(shards) if state == "lines" else shards)


def judged(state: str, shards: Shards, *more: str) -> tuple[int, str]:
    """Exit status and words of the court verifier."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        return verdict(laid(place, state, shards), *options(state, place), *more)


def judged_by_oracle(state: str, shards: Shards) -> bool:
    """Whether the oracle accepts."""
    with tempfile.TemporaryDirectory() as folder:
        return accepts(laid(Path(folder), state, shards), held(state))


def measured() -> dict[str, list[str]]:
    """Each attack's four cells."""
    assert all(judged(state, honest())[0] == 0 for state in STATES)
    return {
        attack.english: [
            "found" if judged(state, attack.make())[0] else "missed" for state in STATES
        ]
        for attack in ATTACKS
    }


def golden() -> dict[str, list[str]]:
    """The cells as they were last written down."""
    found: dict[str, list[str]] = json.loads(GOLDEN.read_text("utf-8"))
    return found


def table(cells: dict[str, list[str]], language: str) -> str:
    """The matrix as a page shows it."""
    rows = [HEADS[language], "|---|---|---|---|---|"]
    for french, english, attacks in FAMILIES:
        rows.append(f"| **{french if language == 'fr' else english}** | | | | |")
        for attack in attacks:
            name = attack.french if language == "fr" else attack.english
            told = [CELLS[language][cell] for cell in cells[attack.english]]
            rows.append(f"| {name} | {' | '.join(told)} |")
    counts = [str(sum(row[at] == "found" for row in cells.values())) for at in range(4)]
    rows.append(f"| **{TOTAL[language]} {len(cells)}** | {' | '.join(counts)} |")
    return "\n".join(rows)


def page(text: str, cells: dict[str, list[str]], language: str) -> str:
    """A guide with the matrix between its markers."""
    pattern = re.compile(f"{BEGIN}.*{END}", re.DOTALL)
    return pattern.sub(lambda _: f"{BEGIN}\n{table(cells, language)}\n{END}", text)


def guide(language: str) -> Path:
    """Where a guide lies."""
    return GUIDES / f"attack-matrix.{language}.md"


def main() -> None:
    """Write the golden file and the guides' tables."""
    cells = measured()
    GOLDEN.write_text(json.dumps(cells, indent=1) + "\n", "utf-8")
    for language in HEADS:
        path = guide(language)
        path.write_text(page(path.read_text("utf-8"), cells, language), "utf-8")
    sys.stdout.write(table(cells, "en") + "\n")


if __name__ == "__main__":
    main()
