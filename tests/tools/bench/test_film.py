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
