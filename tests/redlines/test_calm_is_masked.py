"""Whoever runs through a stretch that was judged still is masked, though nobody looked at it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import pytest

from tests.desk.calm_street import RUN, RUNNER, calm_street, left_of
from tests.desk.scene import HOUR, MOTIVE, RATE, START, Office, office
from tests.desk.test_cutting import cut_of
from tests.desk.test_watched import archive_of
from vsa_core.desk.footage import Admission
from vsa_core.desk.projection import Projection
from vsa_core.desk.scope import Wish
from vsa_core.domain.coverage import Level, Looked
from vsa_core.domain.moment import ClockClaim, Window
from vsa_core.domain.ports import Picture
from vsa_core.pipeline import calm

SECOND = 1_000_000


@pytest.fixture
def missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Office, int]:
    """A calm street through which somebody runs unseen, and the pts of a picture that shows him."""
    monkeypatch.setattr(calm, "even", lambda packets, groups: groups)  # nothing is ever too heavy
    at = office(tmp_path)
    path = calm_street(tmp_path / "calm.mp4")
    admission = Admission(str(path), "rue", "S2", ClockClaim(START + HOUR // 2, 0, 0, "alice"))
    film = at.desks.footage.admit(at.who, at.where, admission, MOTIVE)
    at.desks.indexing.index(
        at.who, at.where, Level.STANDARD, (), MOTIVE, lambda *told: None, lambda: False
    )
    assert film.stream is not None
    tick = int(Fraction(RUN.start + 3, RATE) / film.stream.time_base)
    return replace(at, footage=film), film.stream.span.start + tick


def test_who_runs_through_a_calm_stretch_is_masked_on_the_screen(
    missed: tuple[Office, int],
) -> None:
    at, pts = missed
    (sheet,) = (
        sheet
        for sheet in at.desks.footage.listed(at.who, at.where)
        if sheet.footage.digest == at.footage.digest
    )
    (stretch,) = (s for s in sheet.stretches if s.span.start <= pts < s.span.end)
    assert stretch.looked is Looked.CALM
    window = Window(at.footage.corrected(pts), at.footage.corrected(pts) + SECOND)
    found = cut_of(at, window)
    assert found is not None
    shown = Projection(archive_of(at), found, at.desks.playing._projector)
    seen = shown.shot(at.footage.digest, pts, 0).seen
    shown.end()
    left = left_of(RUN.start + 3)
    assert seen.tracks == ()
    assert (seen.picture[RUNNER, left : left + 24] == 0).all()
    assert seen.picture[RUNNER, : left - 40].min(axis=(0, 1)).all()


def test_who_runs_through_a_calm_stretch_is_masked_in_an_export(missed: tuple[Office, int]) -> None:
    at, pts = missed
    middle = at.footage.corrected(pts)
    window = Window(middle - SECOND // 2, middle + SECOND // 2)
    wish = Wish((), "rue", window, 0, "", "tribunal de Lille", "fr")
    exported = at.desks.exports.export(
        at.who, at.where, wish, "M04", lambda *told: None, lambda: False
    )
    with av.open(str(Path(exported.folder) / "clip.mp4")) as file:
        canvases = [frame.to_ndarray(format="gray") for frame in file.decode(video=0)]
    with av.open(at.footage.path) as file:
        bare = [frame.to_ndarray(format="gray") for frame in file.decode(video=0)]
    assert brightest(bare[RUN.start + 3]) > 200
    assert len(canvases) >= len(RUN)
    assert all(brightest(canvas) < 180 for canvas in canvases)


def brightest(canvas: Picture) -> float:
    """The mean of the brightest block of 12 x 12 pixels of a grey picture."""
    height, width = (side // 12 * 12 for side in canvas.shape)
    blocks = canvas[:height, :width].reshape(height // 12, 12, width // 12, 12)
    return float(blocks.mean(axis=(1, 3)).max())
