"""Records: what they say, how they are encoded, and what cannot be written."""

import base64
import json
import os
from dataclasses import replace

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tests.audit.world import BASIS, BEGUN, query
from vsa_core.audit.entry import LINE_MAX, TEXT_MAX, Entry, encoded, instant, reference, told
from vsa_core.domain.case import Act, Role
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Bug, Refused


def fields(entry: Entry) -> dict[str, Canonical]:
    return entry.fields(4, "ab" * 32, BEGUN, "boot", 17)


def test_a_record_says_who_when_why_and_on_what_basis() -> None:
    record = fields(query())
    assert record["v"] == 1
    assert (record["seq"], record["t"], record["us"]) == (4, "2026-11-21T09:14:03.120Z", BEGUN)
    assert (record["who"], record["role"], record["motive"]) == ("alice", "analyst", "M01")
    assert (record["boot"], record["mono_us"], record["mode"]) == ("boot", 17, "single")
    assert (record["seat"], record["behind_us"]) == (0, 0)


def test_the_basis_is_named_not_copied() -> None:
    assert set(reference(BASIS)) == {
        "framework", "requisition", "magistrate", "authorisation", "offence", "expires_us",
    }  # fmt: skip


def test_an_entry_without_a_role_or_basis() -> None:
    record = fields(Entry(Act.RECOVERY, "relecture", None))
    assert (record["role"], record["basis"], record["about"]) == ("", None, {})


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.integers(-(2**53) + 1, 2**53 - 1))
def test_records_are_rfc_8785(text: str, number: int) -> None:
    record = fields(Entry(Act.ADMIT, text, Role.ANALYST, text, about={"a": text, "n": [number]}))
    assert encoded(record) == rfc8785.dumps(json.loads(json.dumps(record)))


@given(st.binary(min_size=1, max_size=40))
def test_any_file_name_can_be_recorded(raw: bytes) -> None:
    name = os.fsdecode(raw)
    said = told(name)
    back = base64.b64decode(str(said["b64"])) if isinstance(said, dict) else os.fsencode(str(said))
    assert back == raw
    encoded(fields(Entry(Act.ADMIT, "alice", Role.ANALYST, about={"name": name})))


def test_a_lone_surrogate_is_no_denial_of_service() -> None:
    assert told("\ud800") == {"b64": base64.b64encode(b"\xed\xa0\x80").decode()}


def test_normal_forms_are_kept() -> None:
    assert told("é") != told("e\u0301")


def test_free_text_is_cut_with_a_mark() -> None:
    assert told("x" * TEXT_MAX) == "x" * TEXT_MAX
    assert told(["x" * 501]) == ["x" * (TEXT_MAX - 1) + "…"]


def test_a_line_that_is_too_long_is_refused() -> None:
    with pytest.raises(Refused, match="AUD-011"):
        encoded(fields(replace(query(), sealed="A" * LINE_MAX)))


@pytest.mark.parametrize("about", [{"n": 0.5}, {"n": 2**53}, {"é": 1}, {"n": b"x"}])
def test_what_has_no_canonical_form_is_our_bug(about: dict[str, Canonical]) -> None:
    with pytest.raises(Bug, match="AUD-012"):
        encoded(fields(replace(query(), about=about)))


def test_instants_are_floored_to_milliseconds() -> None:
    assert instant(0) == "1970-01-01T00:00:00.000Z"
    assert instant(1_999) == "1970-01-01T00:00:00.001Z"
    assert instant(-1) == "1969-12-31T23:59:59.999Z"


def test_an_instant_outside_the_calendar_is_our_bug() -> None:
    with pytest.raises(Bug, match="AUD-012"):
        instant(2**62)
