from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import count, records
from tests.desk.refusing import check_refused
from tests.desk.scene import MOTIVE, START, Office, crossing, film, hits, indexed
from vsa_core.desk.explaining import Explanation, lacking
from vsa_core.desk.footage import Admission
from vsa_core.domain.case import Act
from vsa_core.domain.event import Hit, Measure
from vsa_core.domain.moment import ClockClaim
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage


def explained(at: Office, name: str) -> Explanation:
    return at.desks.queries.explain(at.who, at.where, name, MOTIVE)


def test_a_hit_is_explained_by_its_rule_its_measures_and_what_looked(ready: Office) -> None:
    (hit,) = hits(ready)
    told = explained(ready, hit.name[:10])
    assert (told.hit, told.rule, told.measures) == (
        hit.name,
        hit.event.rule,
        hit.event.measures,
    )
    assert any(measure.threshold is not None for measure in told.measures)
    assert told.detector.startswith("motion:")
    assert (told.tracker, told.footage) == ("twostage", (ready.footage.digest,))
    assert len(told.segments) == 1
    assert len(told.runs) == 1
    assert told.parts == ()


def test_an_explanation_is_a_consultation_in_the_journal(ready: Office) -> None:
    (hit,) = hits(ready)
    before = count(ready)
    explained(ready, hit.name)
    (record,) = records(ready.home)[before:]
    assert (record["act"], record["motive"]) == (Act.CONSULT, MOTIVE)
    assert record["about"] == {"what": "explanation", "hit": hit.name, "camera": "rue"}


def test_a_combined_hit_is_explained_by_its_parts(ready: Office) -> None:
    query = Query("all", cameras=("rue",), parts=(replace(crossing(), cameras=()), Query("seen")))
    (hit, *_) = hits(ready, query)
    told = explained(ready, hit.name)
    assert [part.kind for part in told.parts] == [part.kind for part in hit.event.parts]


def test_a_hit_nobody_was_told_is_not_explained(ready: Office) -> None:
    with pytest.raises(WrongUsage, match="STO-012"):
        explained(ready, "f" * 64)


def test_explaining_is_refused_as_looking_is(tmp_path: Path) -> None:
    names: list[str] = []

    def explain(at: Office) -> object:
        names.extend([] if names else [hits(at)[0].name])
        return explained(at, names[0])

    check_refused(explain, tmp_path, Act.VIEW)


def test_what_nearly_was_one_too_says_what_it_lacked(fresh: Office, tmp_path: Path) -> None:
    at = two_walks(fresh, tmp_path)
    long, short = sorted(hits(at, Query("seen")), key=lasted, reverse=True)[:2]
    least = (lasted(long) + lasted(short)) // 2
    (hit,) = hits(at, Query("seen", settings=(Setting("minimum", least, 0, 60_000),)))
    told = explained(at, hit.name)
    miss = told.misses[0]
    assert (miss.camera, miss.start) == ("rue", short.event.start.corrected)
    assert miss.lacking is not None
    assert miss.lacking.threshold == least
    assert miss.by == least - lasted(short) == least - miss.lacking.value


def lasted(hit: Hit) -> int:
    """Milliseconds from first to last sighting."""
    return next(m.value for m in hit.event.measures if m.name == "in_view")


def two_walks(at: Office, folder: Path) -> Office:
    """A second film, a minute later, that ends while somebody still walks."""
    path = film(folder / "second.mp4", 4, seed=5)
    clock = ClockClaim(START + 60_000_000, 0, 0, "alice")
    at.desks.footage.admit(at.who, at.where, Admission(str(path), "rue", "S2", clock), MOTIVE)
    return indexed(at)


def measure(name: str, value: int, threshold: int | None = 100) -> Measure:
    return Measure(name, value, threshold, "ms")


def test_the_measure_that_failed_by_the_greatest_share_is_the_one_that_lacked() -> None:
    found = (measure("inside", 60), measure("held", 10), measure("visits", 1, None))
    assert lacking(found, {}) == measure("held", 10)
    assert lacking((measure("inside", 100), measure("visits", 1, None)), {}) is None


def test_what_may_not_go_over_its_threshold_is_known_from_the_hit() -> None:
    passed = {"absent": measure("absent", 40), "inside": measure("inside", 150)}
    assert lacking((measure("absent", 60), measure("inside", 90)), passed) == measure("inside", 90)
    assert lacking((measure("absent", 140), measure("inside", 120)), passed) == measure(
        "absent", 140
    )
