"""A sample archive that costs a second: one camera, two files, one person across a line."""

from pathlib import Path

from tests.desk.scene import START, film
from tools.sample.archive import SampleArchive, SampleFile

SECOND = 1_000_000
TRUTH = """truth = 1
clip = "{clip}"
camera = "rue"
length = 12.0

[[questions]]
name = "franchissement"
kind = "line_crossing"
line = [[0.5, 0.0], [0.5, 1.0]]
classes = {classes}
tolerance = 1.0

[[questions.events]]
time = 4.47
direction = "right"
"""
CASE = """number = "DEMO/2024/0001"
[[across_a_cut]]
camera = "rue"
question = "franchissement"
seconds = 12.5
direction = "right"
[[across_a_cut]]
camera = "rue"
question = "another"
seconds = 12.5
direction = "right"
"""
OFFSET = -130 * SECOND


def labelled(path: Path, seed: int, classes: str = '["person"]') -> Path:
    """A film of twelve seconds with its truth beside it."""
    truth = TRUTH.format(clip=path.name, classes=classes)
    path.with_suffix(".truth.toml").write_text(truth, "utf-8")
    return film(path, seed=seed)


def small_archive(folder: Path) -> SampleArchive:
    """Two files that follow each other; the recorder's clock is 130 s ahead."""
    folder.mkdir(parents=True, exist_ok=True)
    files = tuple(
        SampleFile(
            path=labelled(folder / f"rue_{number}.mp4", seed=number),
            camera="rue",
            exhibit="scellé 1",
            shown=START - OFFSET + 12 * number * SECOND,
            offset=OFFSET,
            uncertainty=SECOND,
        )
        for number in range(2)
    )
    (folder / "case.toml").write_text(CASE, "utf-8")
    return SampleArchive(folder, files, folder / "case.toml", False)
