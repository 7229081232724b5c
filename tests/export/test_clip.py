"""The clip: only against its receipt, exact times, same bytes twice, masked, whole or not there."""

import hashlib
import os
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from tests.export.world import (
    BASE,
    BYSTANDER,
    CLOCK,
    LIGHT,
    MATCHED,
    SIZE,
    StillSource,
    footage,
    french,
    later,
    order_of,
    piece,
    receipt_of,
    tracks_of,
)
from vsa_core.domain.moment import Span
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Tracks
from vsa_core.errors import Bug, Refused, Unreadable
from vsa_core.export import clip
from vsa_core.export.clip import ClipFacts, Watch, write_clip
from vsa_core.export.order import ExportOrder
from vsa_core.export.shots import Piece

VARIABLE = (0, 80, 160, 233, 320, 520, 720, 921, 1120, 1800)


@dataclass(frozen=True, slots=True)
class Given:
    order: ExportOrder
    receipt: Receipt
    pieces: tuple[Piece, ...]
    tracks: Tracks


def given(*pieces: Piece, matched: tuple[int, ...] = (7,)) -> Given:
    pieces = pieces or (piece(StillSource(VARIABLE)),)
    order = order_of(pieces, matched)
    return Given(order, receipt_of(order), pieces, tracks_of(pieces[0].footage))


def written(path: Path, what: Given, watch: Watch | None = None) -> ClipFacts:
    return write_clip(path, what.order, what.receipt, what.pieces, what.tracks, french(), watch)


def decoded(path: Path) -> list[tuple[Fraction, np.ndarray]]:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        return [
            (frame.pts * stream.time_base, frame.to_ndarray(format="bgr24"))
            for frame in container.decode(stream)
            if frame.pts is not None
        ]


def test_a_variable_rate_is_kept_exactly(tmp_path: Path) -> None:
    facts = written(tmp_path / "clip.mp4", given())
    frames = decoded(tmp_path / "clip.mp4")
    assert [at for at, _ in frames] == [pts * BASE for pts in VARIABLE]
    assert [frame.ticks for frame in facts.frames] == list(VARIABLE)
    assert facts.time_base == BASE


def test_the_last_picture_lasts_to_the_end_of_its_span(tmp_path: Path) -> None:
    facts = written(tmp_path / "clip.mp4", given())
    assert facts.end == 2000
    with av.open(str(tmp_path / "clip.mp4")) as container:
        stream = container.streams.video[0]
        assert stream.duration is not None
        assert stream.time_base is not None
        assert stream.duration * stream.time_base == 2


@pytest.mark.parametrize(
    "base", [Fraction(1, 25), Fraction(1001, 30_000), Fraction(1, 90_000), Fraction(1, 12_800)]
)
def test_any_time_base_is_kept_exactly(tmp_path: Path, base: Fraction) -> None:
    file = footage(base=base, start=3, end=100_000)
    pts = (3, 4, 7, 1000, 2002, 99_999)
    written(tmp_path / "clip.mp4", given(piece(StillSource(pts, base=base), file)))
    assert [at for at, _ in decoded(tmp_path / "clip.mp4")] == [(p - 3) * base for p in pts]


def test_the_gap_between_two_files_is_kept(tmp_path: Path) -> None:
    two = footage("b.mkv", clock=later(CLOCK, 2_500_000))
    what = given(piece(StillSource((0, 1960))), piece(StillSource((0, 40)), two))
    facts = written(tmp_path / "clip.mp4", what)
    times = [at for at, _ in decoded(tmp_path / "clip.mp4")]
    assert times == [0, Fraction(49, 25), 2, Fraction(5, 2), Fraction(127, 50)]
    assert facts.sources == (footage().digest, two.digest)


def test_bystanders_are_masked_in_the_written_pictures(tmp_path: Path) -> None:
    facts = written(tmp_path / "clip.mp4", given())
    frames = decoded(tmp_path / "clip.mp4")
    assert len(frames) == len(facts.frames) == len(VARIABLE)
    left, top, *size = facts.inner
    assert tuple(size) == SIZE
    for _, picture in frames:
        light = picture.astype(int).mean(2)
        for box, seen in ((BYSTANDER, False), (MATCHED, True)):
            x, y = left + int(box[0] + box[2]) // 2, top + int(box[1]) + 8
            head = light[y - 2 : y + 3, x - 2 : x + 3].mean()
            assert (head > LIGHT * 0.85) == seen


def test_two_exports_are_the_same_bytes(tmp_path: Path) -> None:
    one, two = (written(tmp_path / name, given()) for name in ("a.mp4", "b.mp4"))
    assert one == two
    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()
    assert hashlib.sha256((tmp_path / "a.mp4").read_bytes()).hexdigest() == one.sha256
    assert (tmp_path / "a.mp4").stat().st_size == one.size


def test_the_container_says_nothing_of_its_own(tmp_path: Path) -> None:
    written(tmp_path / "clip.mp4", given())
    with av.open(str(tmp_path / "clip.mp4")) as container:
        assert set(container.metadata) <= {"major_brand", "minor_version", "compatible_brands"}
        stream = container.streams.video[0]
        assert set(stream.metadata) <= {"language", "handler_name"}
        context = stream.codec_context
        assert (context.name, context.pix_fmt) == ("h264", "yuv420p")
        assert context.width % 2 == context.height % 2 == 0
    data = (tmp_path / "clip.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    assert b"cmorel" not in data
    assert b"2024/001234" not in data


def test_a_receipt_for_another_order_opens_nothing(tmp_path: Path) -> None:
    what = given()
    other = receipt_of(replace(what.order, motive="another"))
    with pytest.raises(Bug, match="EXP-001"):
        written(tmp_path / "clip.mp4", replace(what, receipt=other))
    assert not list(tmp_path.iterdir())


def test_pieces_that_were_not_ordered_do_not_leave(tmp_path: Path) -> None:
    what = given()
    longer = (replace(what.pieces[0], span=Span(0, 1999)),)
    elsewhere = replace(what.pieces[0].footage, camera="Sortie")
    for pieces in (longer, (), (replace(what.pieces[0], footage=elsewhere),)):
        with pytest.raises(Bug, match="EXP-002"):
            written(tmp_path / "clip.mp4", replace(what, pieces=pieces))
    assert not list(tmp_path.iterdir())


def test_pieces_of_two_sizes_do_not_make_a_clip(tmp_path: Path) -> None:
    two = footage("b.mkv", clock=later(CLOCK, 2_000_000))
    assert two.stream is not None
    wide = replace(two, stream=replace(two.stream, width=128))
    what = given(piece(StillSource((0,))), piece(StillSource((0,)), wide))
    with pytest.raises(Bug, match="EXP-002"):
        written(tmp_path / "clip.mp4", what)


def test_tracks_of_another_recording_unmask_nobody(tmp_path: Path) -> None:
    what = given()
    for tracks in (
        tracks_of(footage("another.mkv")),
        replace(what.tracks, number=np.array([3, 8], np.uint32)),
    ):
        with pytest.raises(Bug, match="EXP-003"):
            written(tmp_path / "clip.mp4", replace(what, tracks=tracks))
    assert not list(tmp_path.iterdir())


def test_nothing_remains_of_a_broken_source(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="SRC-022"):
        written(tmp_path / "clip.mp4", given(piece(StillSource(VARIABLE, breaks=900))))
    assert not list(tmp_path.iterdir())


def test_nothing_remains_when_there_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="EXP-004"):
        written(tmp_path / "clip.mp4", given(piece(StillSource(()))))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("stop_at", [0, 1, 5])
def test_nothing_remains_when_it_is_stopped(tmp_path: Path, stop_at: int) -> None:
    told: list[tuple[int, int, str]] = []
    watch = Watch(lambda *step: told.append(step), lambda: len(told) >= stop_at)
    with pytest.raises(Refused, match="EXP-007"):
        written(tmp_path / "clip.mp4", given(), watch)
    assert len(told) == stop_at
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("call", ["fsync", "rename"])
def test_nothing_remains_when_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if call == "fsync" else (Path, "rename")), full)
    with pytest.raises(Unreadable, match="EXP-005"):
        written(tmp_path / "clip.mp4", given())
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="EXP-005"):
        written(tmp_path / "nowhere" / "clip.mp4", given())


def test_an_old_clip_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_bytes(b"old")
    with pytest.raises(Refused, match="EXP-006"):
        written(tmp_path / "clip.mp4", given())
    assert (tmp_path / "clip.mp4").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_an_export_without_any_match_needs_no_tracks(tmp_path: Path) -> None:
    what = given(matched=())
    assert len(written(tmp_path / "clip.mp4", what).frames) == len(VARIABLE)


def test_h264_is_proved_by_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clip.can_encode()
    monkeypatch.setattr(clip, "CODEC", "no_such_encoder")
    assert not clip.can_encode()
    monkeypatch.setattr(clip, "CODEC", "libx265")  # it holds its pictures back, as ours never does
    monkeypatch.setattr(clip, "OPTIONS", {"preset": "nonsense"})
    assert not clip.can_encode()
