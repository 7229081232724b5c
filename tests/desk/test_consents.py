from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import records
from tests.desk.scene import HOUR
from tests.desk.staff import NUMBER, Staff, staff
from vsa_core.desk.consents import Consents
from vsa_core.domain.case import Act
from vsa_core.domain.request import Kind, Pending
from vsa_core.errors import Refused, Tampered
from vsa_core.keys.signatures import verify

TERMS = {"shard": "2020H1"}


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    return staff(tmp_path)


def asked(at: Staff, number: str = "") -> Pending:
    return at.desks.approvals.ask(at.dan, Kind.PURGE_SHARD, TERMS, number)


def kept(at: Staff) -> Consents:
    return at.desks.approvals._consents


def test_both_signatures_are_in_the_log_over_the_same_request(at: Staff) -> None:
    pending = at.desks.approvals.approve(at.adele, asked(at).name)
    request, approval = records(at.home)[-2:]
    assert (request["act"], approval["act"]) == (Act.REQUEST, Act.APPROVAL)
    assert request["question"] == approval["question"] == pending.name
    assert request["about"]["request"] == pending.request.fields()
    for record, who in ((request, at.dan), (approval, at.adele)):
        told = record["about"]["signature"]
        assert (record["who"], told["key"]) == (who.person.name, who.person.signing_key)
        signature = bytes.fromhex(told["signature"])
        assert verify(told["key"], pending.request.message, signature)
    assert kept(at).ready(pending.name, Kind.PURGE_SHARD) == pending


def test_an_approved_request_dies_too(at: Staff) -> None:
    pending = at.desks.approvals.approve(at.adele, asked(at).name)
    at.clock.time += 24 * HOUR
    with pytest.raises(Refused, match="LAW-042"):
        kept(at).ready(pending.name, Kind.PURGE_SHARD)
    begun = kept(at).ready(pending.name, Kind.PURGE_SHARD, begun=True)
    assert begun == pending


def test_before_the_second_signature_nothing_is_ready(at: Staff) -> None:
    pending = asked(at)
    with pytest.raises(Refused, match="CAS-094"):
        kept(at).ready(pending.name, Kind.PURGE_SHARD)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (Kind.ERASE_CASE, NUMBER),
        (Kind.PURGE_SHARD, "2024/18"),
        (Kind.PURGE_SHARD, ""),
    ],
)
def test_a_request_is_good_for_one_kind_and_one_case(kind: Kind, number: str, at: Staff) -> None:
    pending = at.desks.approvals.approve(at.adele, asked(at, NUMBER).name)
    with pytest.raises(Refused, match="CAS-093"):
        kept(at).ready(pending.name, kind, number)


def test_a_request_serves_once(at: Staff) -> None:
    pending = at.desks.approvals.approve(at.adele, asked(at).name)
    kept(at).finish(pending)
    with pytest.raises(Refused, match="LAW-043"):
        kept(at).ready(pending.name, Kind.PURGE_SHARD)
    with pytest.raises(Refused, match="LAW-043"):
        at.desks.approvals.approve(at.adele, pending.name)


def test_altered_terms_are_another_request_that_nobody_signed(at: Staff) -> None:
    pending = at.desks.approvals.approve(at.adele, asked(at).name)
    wider = replace(pending.request, terms={"shard": "2026H2"})
    forged = replace(pending, request=wider)
    kept(at).keep(forged)  # as one who holds the installation's own key could
    with pytest.raises(Tampered, match="CAS-092"):
        kept(at).ready(forged.name, Kind.PURGE_SHARD)


def test_one_whose_habilitation_ended_since_signed_nothing(at: Staff) -> None:
    pending = at.desks.approvals.approve(at.adele, asked(at).name)
    at.desks.people.end(at.adele, "dan")
    with pytest.raises(Refused, match="LAW-033"):
        kept(at).ready(pending.name, Kind.PURGE_SHARD)
