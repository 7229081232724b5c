"""The film of the bench is the one that was promised: size, rate, groups, and the same again."""

from pathlib import Path

import av

from tools.bench.film import GOP, RATE, render
from tools.bench.walks import HEIGHT, WIDTH, walks


def test_a_film_has_its_size_its_rate_and_a_key_picture_every_group(tmp_path: Path) -> None:
    cast = render(tmp_path / "busy.mp4", 7, 2.2, busy=True)
    assert cast == walks(7, 2.2, busy=True)
    with av.open(str(tmp_path / "busy.mp4")) as film:
        stream = film.streams.video[0]
        assert (stream.width, stream.height, stream.average_rate) == (WIDTH, HEIGHT, RATE)
        frames = list(film.decode(stream))
    assert len(frames) == 55
    assert [n for n, frame in enumerate(frames) if frame.key_frame] == [0, GOP]


def test_a_seed_gives_one_film(tmp_path: Path) -> None:
    films = [tmp_path / "a.mp4", tmp_path / "b.mp4"]
    for film in films:
        render(film, 7, 0.2, busy=True)
    assert films[0].read_bytes() == films[1].read_bytes()


def test_longer_groups_with_pictures_that_lean_on_later_ones_can_be_had(tmp_path: Path) -> None:
    render(tmp_path / "b.mp4", 7, 2.4, busy=True, gop=250, b_frames=2)
    with av.open(str(tmp_path / "b.mp4")) as film:
        assert film.streams.video[0].codec_context.has_b_frames
        assert [n for n, frame in enumerate(film.decode(video=0)) if frame.key_frame] == [0]
