"""A million records are verified in a minute of processor, in bounded memory."""

import base64
import hashlib
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.verifier.writer import (
    BEGUN,
    ORIGIN,
    SECOND,
    Writer,
    blank,
    canonical,
    checkpoint,
    grown,
    lay,
    private,
    top,
)

MILLION = 1_000_000
SAMPLE = 20_000
VERIFIER = Path("resources", "verifier", "verify_audit.py").resolve()


def write_log(folder: Path, count: int) -> Path:
    """A sealed log of `count` records with a checkpoint at each 1,024; questions and answers."""
    writer, log = Writer(), folder / "audit" / "2026H2" / "audit.jsonl"
    writer.begin()
    lay(folder, {writer.name: writer.files()})
    sign, asked = private(7).sign, {"seq": 0, "question": ""}
    size, last, peaks = writer.size, writer.last, writer.peaks
    with log.open("ab") as file:
        while size < count:
            record = blank("query" if size & 1 else "result", BEGUN + (size + 1) * SECOND)
            if size & 1:
                asked = {"seq": size, "question": record["question"]}
            else:
                answer = {"of": asked["seq"], "hits": 7, "digest": record["question"]}
                record.update(question=asked["question"], about=answer)
            body = canonical({**record, "seq": size, "prev": last})
            grown(peaks, size, body)
            size, last = size + 1, hashlib.sha256(body).hexdigest()
            seal = sign(checkpoint(ORIGIN, size, top(peaks)))
            file.write(body + b"\t" + base64.b64encode(seal) + b"\n")
            if size % 1024 == 0 or size == count:
                kept = Writer(lines=[b""] * size, peaks=peaks).head
                (log.parent / f"cp-{size:09}.note").write_bytes(kept)
                (log.parent / "head").write_bytes(kept)
    return folder


def measured(folder: Path, *options: str) -> tuple[float, float]:
    """Processor and wall seconds of one run that finds the log whole."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, str(VERIFIER), str(folder), *options], capture_output=True, text=True
    )
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begun
    assert done.returncode == 0, done.stdout + done.stderr
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall


@pytest.mark.campaign
def test_a_million_records_take_a_minute_of_processor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cpu, wall = measured(write_log(tmp_path / "million", MILLION))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    folder = write_log(tmp_path / "sample", SAMPLE)
    quick, _ = measured(folder)
    every, _ = measured(folder, "--every-seal")
    with capsys.disabled():
        print(f"\n{MILLION} records: {cpu:.1f} s of processor, {wall:.1f} s by the clock,", end=" ")
        print(f"{memory:.0f} MiB; each seal {(every - quick) / SAMPLE * 1e3:.3f} ms more")
    assert cpu <= 60
    assert memory <= 200
