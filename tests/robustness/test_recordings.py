"""Fifty-five odd recordings from other projects: each reaches a final state that can be said."""

import json
import re
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.robustness.inspection import Inspected, confine, inspect

pytestmark = pytest.mark.footage

LIMIT = 60
"""Seconds that one file may take in its own process, on a busy machine."""

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"

EXPECTED = {
    "derived_damage/avi_truncated_60pct_no_index.avi": ("damaged", "SRC-028"),
    "derived_damage/mp4_truncated_60pct.mp4": ("unreadable", "SRC-012"),
    "derived_damage/text_named.mp4": ("unreadable", "SRC-013"),
    "derived_damage/zero_bytes.mp4": ("unreadable", "SRC-010"),
    "exoplayer/avi/sample.avi": ("readable", "SRC-033"),
    "exoplayer/drm/sample_fragmented_clearkey.mp4": ("encrypted", "SRC-015"),
    "exoplayer/mkv/full_blocks.mkv": ("no_picture", "SRC-016"),
    "exoplayer/mp4/dolbyVision-hdr.MOV": ("readable", "SRC-031"),
    "exoplayer/mp4/sample_sef_slow_motion.mp4": ("readable", "SRC-031"),
    "exoplayer/ts/sample_with_sdt.ts": ("no_picture", "SRC-017"),
    "exoplayer/vp9/invalid-bitstream.webm": ("no_picture", "SRC-017"),
    "mp4ff/2xSencNoMdat.mp4": ("encrypted", "SRC-015"),
    "mp4ff/init_truncated.mp4": ("unreadable", "SRC-012"),
    "mp4ff/two-frames.264": ("unreadable", "SRC-013"),
    "mp4parse/chunk_out_of_range.mp4": ("unreadable", "SRC-019"),
    "mp4parse/invalid_userdata.mp4": ("no_picture", "SRC-028"),
    "mp4parse/test_case_1185230.mp4": ("no_picture", "SRC-017"),
}
"""State and reason of the files that are not simply readable; raw streams are reconstructed."""


@pytest.fixture(scope="module")
def recordings(footage_dir: Path) -> Path:
    return footage_dir / "recordings"


@pytest.fixture(scope="module")
def inspected(recordings: Path) -> Iterator[dict[str, Inspected]]:
    """Every file, read in a process apart, within a limit for each."""
    apart = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=confine)
    try:
        yield {
            name: apart.submit(inspect, recordings / name).result(timeout=LIMIT)
            for name in _told(recordings)
        }
    finally:
        for process in list((apart._processes or {}).values()):
            process.kill()
        apart.shutdown(wait=False, cancel_futures=True)


def _told(recordings: Path) -> dict[str, str]:
    told: dict[str, str] = json.loads((recordings / "decode_with_pyav_18.json").read_text())
    return told


def test_all_reach_their_final_state(inspected: dict[str, Inspected]) -> None:
    assert len(inspected) == 55
    for name, found in inspected.items():
        usual = ("reconstructed", "SRC-007") if name.endswith(".264") else ("readable", "SRC-000")
        assert (found.state, found.reason) == EXPECTED.get(name, usual), name


def test_each_state_can_be_said_in_both_languages(inspected: dict[str, Inspected]) -> None:
    for language in ("fr", "en"):
        words = tomllib.loads((I18N / language / "SRC.toml").read_text("utf-8"))
        for found in inspected.values():
            assert set(words[found.reason]) == {"cause", "consequence", "next"}


def test_what_gives_no_picture_is_never_readable(inspected: dict[str, Inspected]) -> None:
    without = {found.state for found in inspected.values() if not found.pictures}
    assert without == {"unreadable", "no_picture", "encrypted"}


def test_nothing_is_lost_that_a_default_reader_finds(
    inspected: dict[str, Inspected], recordings: Path
) -> None:
    for name, told in _told(recordings).items():
        counted = re.search(r"(\d+) frames", told)
        if counted is None:
            continue
        found = inspected[name]
        # A picture that the decoder doubts is a gap with us.
        assert found.pictures + found.gaps == int(counted[1]), name


def test_times_are_those_of_an_independent_reader(
    inspected: dict[str, Inspected], recordings: Path
) -> None:
    """ExoPlayer's dumps: as many pictures, as far apart, to the two microseconds that it rounds."""
    folder = recordings / "exoplayer" / "expected"
    dumps = {str(d.relative_to(folder)).removesuffix(".0.dump"): d for d in folder.rglob("*.dump")}
    compared = [name for name in dumps if f"exoplayer/{name}" in inspected]
    assert len(compared) == 11
    for name in compared:
        found = inspected[f"exoplayer/{name}"]
        theirs = _video_times(dumps[name].read_text())
        ours = [(t - found.seconds[0]) * 1_000_000 for t in found.seconds]
        # Its readers of transport streams never let go of the last unit of the file.
        assert found.packets - len(theirs) == (1 if name.startswith("ts/") else 0), name
        for time in theirs:
            assert min(abs(time - theirs[0] - own) for own in ours) <= 2, name


def _video_times(dump: str) -> list[int]:
    """Sorted microseconds of the samples of the picture track of an ExoPlayer dump."""
    tracks = re.split(r"^track \d+:$", dump, flags=re.MULTILINE)[1:]
    video = next(track for track in tracks if "sampleMimeType = video/" in track)
    return sorted(int(t) for t in re.findall(r"^ +time = (-?\d+)$", video, re.MULTILINE))
