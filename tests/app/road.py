"""The whole road in one program of its own: from enrolment to a verified export, then a socket."""

import sys

from app.__main__ import main

HEAVY = sorted({"torch", "ultralytics", "openvino", "PySide6"} & set(sys.modules))
"""What the program had loaded before anybody asked for anything."""

import json  # noqa: E402
import socket  # noqa: E402
from contextlib import redirect_stderr, redirect_stdout  # noqa: E402
from io import StringIO  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from tests.desk.scene import film  # noqa: E402
from vsa_core.errors import Bug  # noqa: E402

BASIS = [
    *("--number", "2024/17", "--framework", "flagrance", "--requisition", "R1"),
    *("--magistrate", "Mme X", "--offence", "vol", "--camera", "rue"),
    *("--from", "2024-03-05T12:00:00Z", "--to", "2024-03-05T13:00:00Z"),
]


def typed(told: dict[str, Any], step: str, *words: str) -> str:
    """Type one command and keep what it left behind; its standard output."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(words)
    told[step] = {"status": status, "out": out.getvalue(), "err": err.getvalue()}
    return out.getvalue()


def walk(folder: Path) -> dict[str, Any]:
    """Every step of the work of an analyst, on a film made on the spot."""
    told: dict[str, Any] = {}
    path, export = str(film(folder / "rue.mp4")), str(folder / "export")
    alice = ("alice", "--role", "analyst", "--habilitation", "H-1", "--aipd", "ab" * 32)
    typed(told, "people", "people", "add", *alice, "--aipd-reference", "AIPD 2024-1")
    typed(told, "case", "case", "open", *BASIS)
    start = ("--start", "2024-03-05T11:58:00Z", "--offset", "2min")
    typed(told, "admit", "admit", path, "--camera", "rue", "--exhibit", "S1", *start)
    typed(told, "index", "index", "--level", "full")
    typed(told, "kinds", "kinds")
    line = ("line_crossing", "--line", "160,0 160,180")
    typed(told, "words", "ask", *line)
    hit = json.loads(typed(told, "ask", "ask", *line, "--json").splitlines()[0])["name"]
    typed(told, "show", "show", hit, "--match", "--motive", "M02", "--out", str(folder / "p.png"))
    typed(told, "export", "export", "clip", hit, "--margin", "1s", "--out", export)
    typed(told, "verify", "export", "verify", export)
    typed(told, "audit", "audit", "verify")
    typed(told, "refused", "audit", "read")
    typed(told, "nothing")
    return told


def reach_out() -> str:
    """The code with which the program refuses a network socket, or why it did not."""
    here, there = socket.socketpair()  # between our own processes: allowed
    here.close()
    there.close()
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    except Bug as refused:
        return refused.code
    return "a socket was opened"


if __name__ == "__main__":
    steps = walk(Path(sys.argv[1]))
    late = sorted({"torch", "ultralytics", "openvino", "PySide6"} & set(sys.modules))
    print(json.dumps({"steps": steps, "heavy": HEAVY, "late": late, "socket": reach_out()}))
