import pytest

from app.claims import Statement
from app.state.admission import Intake, Outcome, admit_each
from tests.app.laid import SECOND, footage
from tests.desk.scene import START
from vsa_core.desk.footage import Admission
from vsa_core.domain.footage import Footage
from vsa_core.errors import Fault, Refused, Tampered, Unreadable


def intake(*paths: str, clock: Statement | None = None) -> Intake:
    """Files of the street."""
    return Intake(paths, "rue", "S1", clock or Statement("alice", START))


class Door:
    """Admits files of ten minutes; some names are answered by a fault."""

    def __init__(self, **faults: Fault) -> None:
        self.faults = faults
        self.asked: list[Admission] = []
        self.told: list[tuple[int, int, str]] = []

    def admit(self, admission: Admission) -> Footage:
        self.asked.append(admission)
        name = admission.path.rsplit("/", 1)[-1]
        if name in self.faults:
            raise self.faults[name]
        return footage(name, seconds=600)

    def run(self, wanted: Intake, most: int = 99) -> Outcome:
        def progress(done: int, total: int, what: str) -> None:
            self.told.append((done, total, what))

        return admit_each(self.admit, wanted, progress, lambda: len(self.asked) >= most)


def test_files_go_in_one_after_the_other_under_one_claim() -> None:
    door = Door()
    outcome = door.run(intake("/s/a", "/s/b"))
    assert [one.path for one in door.asked] == ["/s/a", "/s/b"]
    assert {(one.camera, one.exhibit) for one in door.asked} == {("rue", "S1")}
    shown = [one.clock.shown for one in door.asked if one.clock]
    assert shown == [START, START + 600 * SECOND]
    assert [file.name for file in outcome.footage] == ["a", "b"]
    assert (outcome.refused, outcome.untried) == ((), 0)
    assert door.told == [(0, 2, "a"), (1, 2, "b")]


def test_a_refused_file_is_told_and_the_others_go_in() -> None:
    fault = Unreadable("SRC-005", name="b")
    door = Door(b=fault)
    outcome = door.run(intake("a", "b", "c", clock=Statement("alice")))
    assert [file.name for file in outcome.footage] == ["a", "c"]
    assert outcome.refused == (("b", fault),)


def test_what_hung_on_a_refused_file_is_left_out_and_never_opened() -> None:
    door = Door(a=Refused("CAS-040", name="a", known="x", camera="rue"))
    outcome = door.run(intake("a", "b", "c"))
    assert len(door.asked) == 1
    assert [fault.code for _, fault in outcome.refused] == ["CAS-040", "USE-029", "USE-029"]


def test_a_name_without_its_time_is_told() -> None:
    clock = Statement("alice", pattern="%Y%m%d_%H%M%S", zone="Europe/Paris")
    outcome = Door().run(intake("20240305_130000.mp4", "b.mp4", clock=clock))
    assert len(outcome.footage) == 1
    assert [(name, fault.code) for name, fault in outcome.refused] == [("b.mp4", "USE-012")]


def test_stopping_leaves_the_rest_untried() -> None:
    outcome = Door().run(intake("a", "b", "c"), most=1)
    assert (len(outcome.footage), outcome.refused, outcome.untried) == (1, (), 2)


def test_what_is_no_matter_of_one_file_stops_everything() -> None:
    with pytest.raises(Tampered):
        Door(a=Tampered("SRC-009", name="a.mp4")).run(intake("a", "b"))
