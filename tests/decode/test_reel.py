"""What the readings of one footage share."""

from tests.decode.conftest import Projector
from tests.decode.projection import number, seated
from vsa_core.decode.feed import open_feed
from vsa_core.decode.reel import STEPS_BACK, Reel
from vsa_core.decode.timeline import timeline_of
from vsa_core.domain.moment import Moment


def test_a_picture_carries_the_time_of_the_index(film: Projector) -> None:
    shown_film = film("variable")
    with seated(shown_film.path) as seat, shown_film.path.open("rb", buffering=0) as file:
        reel = Reel(seat.stream, seat.packets, timeline_of(seat.packets, seat.stream.codec))
        feed = open_feed(file, "film", seat.packets, threads=1)
        for shown in reel.run(feed, 0).pictures(30):
            picture = reel.picture(shown)
            assert picture.at == Moment(seat.times[shown.position], seat.stream.time_base)
            assert number(picture) == shown.position
            assert picture.bgr().shape == (seat.stream.height, seat.stream.width, 3)
        feed.close()


def test_only_a_few_starts_are_tried(film: Projector) -> None:
    with seated(film("transport").path) as seat:
        reel = Reel(seat.stream, seat.packets, timeline_of(seat.packets, seat.stream.codec))
        assert len(reel.starts(200)) == STEPS_BACK
        assert reel.starts(0) == [0]
