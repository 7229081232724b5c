from fractions import Fraction

from vsa_core.domain.event import Event, Measure, Stamp, event_of
from vsa_core.domain.provenance import Pedigree, digest


def event(**changes: object) -> Event:
    stamp = Stamp("f" * 64, 5, Fraction(1, 25), 1_000)
    fields: dict[str, object] = {
        "kind": "line_crossing",
        "version": 1,
        "camera": "rue",
        "recording": "f" * 64,
        "track": 3,
        "object_class": "person",
        "start": stamp,
        "end": stamp,
        "box": (1, 2, 3, 4),
        "score": 900,
        "direction": "to_left",
        "rule": "crosses",
        "measures": (Measure("settled", 400, 300, "ms"),),
        "pedigree": Pedigree(("f",), ("s",), "d", "t", "x", "p"),
    }
    return Event(**{**fields, **changes})  # type: ignore[arg-type]  # built from a table of fields


def test_an_event_has_a_canonical_form_that_names_its_explanation() -> None:
    fields = event().fields()
    assert fields["explanation"] == {
        "rule": "crosses",
        "measures": [{"name": "settled", "value": 400, "threshold": 300, "unit": "ms"}],
    }
    assert fields["start"]["time_base"] == "1/25"


def test_two_events_differ_in_their_digest_when_anything_differs() -> None:
    assert digest(event().fields()) != digest(event(track=4).fields())
    assert digest(event().fields()) == digest(event().fields())


def test_an_event_survives_its_fields() -> None:
    assert event_of(event().fields()) == event()


def test_a_combined_event_keeps_its_parts_and_the_others() -> None:
    whole = event(kind="then", others=(7, 9), parts=(event(), event(track=4)))
    assert event_of(whole.fields()) == whole
    assert digest(whole.fields()) != digest(event(kind="then", others=(7, 9)).fields())
