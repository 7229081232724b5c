"""What a person is told when something fails: cause, consequence, next step, code."""

import json
import sys
import traceback
from pathlib import Path

from app.words import Words
from vsa_core.errors import Bug, Fault


def told(fault: Fault, words: Words) -> str:
    """The fault in words, with its code at the end."""
    parts = [part for part in words.explain(fault) if part]
    return f"{' '.join(parts)} [{fault.code}]"


def told_as_json(fault: Fault, words: Words) -> str:
    """The fault as one JSON object: kind, code, values, and the three sentences."""
    cause, consequence, following = words.explain(fault)
    return json.dumps(
        {
            "error": type(fault).__name__.lower(),
            "code": fault.code,
            "cause": cause,
            "consequence": consequence,
            "next": following,
            "values": {name: str(value) for name, value in fault.values.items()},
        },
        ensure_ascii=False,
    )


def report_bug(home: Path) -> Bug:
    """Write the current exception to `home`/faults and name that file; no footage data goes in."""
    folder = home / "faults"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"fault-{len(list(folder.iterdir())) + 1:04d}.txt"
    path.write_text(traceback.format_exc(), encoding="utf-8")
    return Bug("USE-070", path=str(path))


def warn(sentence: str) -> None:
    """Say something on the error stream."""
    print(sentence, file=sys.stderr)
