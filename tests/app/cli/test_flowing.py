from app.cli.flowing import drawn
from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from vsa_core.desk.flows import LearntFlow
from vsa_core.domain.geometry import NO_FLOW, Flow


def test_a_flow_is_drawn_row_by_row() -> None:
    cells = (0, 32, 64, 96, 128, 160, 192, 224, *(NO_FLOW,) * 56)
    lines = drawn(LearntFlow("rue", Flow(cells), tuple(range(64)), (0,) * 64))
    assert len(lines) == 8
    assert lines[0][0] == "→"
    assert "".join(c for c in lines[0] if not c.isdigit() and c != " ") == "→↘↓↙←↖↑↗"
    assert "".join(c for c in lines[1] if not c.isdigit() and c != " ") == "·" * 8


def test_a_direction_takes_the_nearest_arrow() -> None:
    cells = (250, 15, 16, 255, *(NO_FLOW,) * 60)
    (line, *_) = drawn(LearntFlow("rue", Flow(cells), (9,) * 64, (0,) * 64))
    assert "".join(c for c in line if not c.isdigit() and c != " ").startswith("→→↘→")


def test_a_flow_is_told_before_it_is_used(case: Terminal) -> None:
    (flow,) = case("flow", "rue", "--json").of("flow")
    assert (flow["camera"], len(flow["flow"]), len(flow["support"])) == ("rue", 64, 64)
    assert WORDS.say("cli.flow.legend", camera="rue") in case("flow", "rue").out


def test_a_camera_outside_the_basis_is_refused(case: Terminal) -> None:
    said = case("flow", "autre", "--json")
    assert (said.status, said.code) == (3, "LAW-007")
