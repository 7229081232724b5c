import pytest

from app.state.standing import Standing, standing
from tests.app.inquiry import sheet
from vsa_core.domain.coverage import Looked


def test_nothing_is_said_of_a_list_that_has_not_come() -> None:
    assert standing(None, ("rue",)) is Standing.UNTOLD


@pytest.mark.parametrize(
    ("cameras", "expected"),
    [
        (("rue",), Standing.READ),
        (("parking",), Standing.UNREAD),
        (("cour",), Standing.EMPTY),
        (("cour", "parking"), Standing.UNREAD),
        (("parking", "rue"), Standing.READ),
        ((), Standing.EMPTY),
    ],
)
def test_the_best_of_the_cameras_is_told(cameras: tuple[str, ...], expected: Standing) -> None:
    sheets = (sheet("rue"), sheet("parking", Looked.NOT_INDEXED), sheet("rue", Looked.UNDECODABLE))
    assert standing(sheets, cameras) is expected
