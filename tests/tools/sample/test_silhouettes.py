"""Drawn figures stand in for the photographed ones, name for name."""

from tools.sample.silhouettes import drawn_bus, drawn_people


def test_names_are_those_of_the_play() -> None:
    names = {one.name for one in drawn_people()}
    assert names == {"beige", "dark", "navy", "red", "green"}
    assert drawn_bus().name == "bus"


def test_they_fill_their_height() -> None:
    for one in (*drawn_people(), drawn_bus()):
        rows = one.alpha.max(1) > 0.5
        assert rows.mean() > 0.9
        assert one.picture.shape == (*one.alpha.shape, 3)
