"""The manifest says what was asked, from what it was made, and what was looked at."""

import json
from typing import Any

import pytest

from tests.export.folder import FILE, ORDER, PEDIGREE, SIGNERS, hit, packed, paper
from vsa_core.domain.provenance import canonical
from vsa_core.legal.masking import RULE


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    package = packed(tmp_path_factory.mktemp("manifest") / "clip 1")
    data = (package.folder / "manifest.json").read_bytes()
    document: dict[str, Any] = json.loads(data)
    assert canonical(document) == data
    return document


def test_it_names_the_order_and_its_receipt(told: dict[str, Any]) -> None:
    assert told["order"] == json.loads(canonical(ORDER.fields()))
    assert told["order_digest"] == told["receipt"]["question"] == ORDER.digest
    assert told["receipt"]["sequence"] == 41


def test_it_names_every_ancestor(told: dict[str, Any]) -> None:
    assert told["pedigrees"] == [json.loads(canonical(PEDIGREE.fields()))]
    source = told["sources"][0]
    assert (source["sha256"], source["blocks"]) == (FILE.digest, ["ee" * 32])
    assert source["clock"]["author"] == "Claire Morel"
    assert source["exhibit"] == "scellé 3"
    assert told["hits"][0]["event"] == json.loads(canonical(hit().event.fields()))


def test_it_says_what_was_looked_at(told: dict[str, Any]) -> None:
    stretches = paper().coverage.stretches
    assert told["coverage"] == [json.loads(canonical(one.fields())) for one in stretches]
    assert told["clip"]["slates"] == {}
    assert told["clip"]["frames"] == 5


def test_it_says_who_is_unmasked_and_by_which_rule(told: dict[str, Any]) -> None:
    assert told["masking"] == {
        "rule": RULE,
        "hold_us": 1_000_000,
        "fresh": {"rule": "fresh-look 1"},
        "unmasked": [7],
    }


def test_it_carries_the_mentions_of_the_law(told: dict[str, Any]) -> None:
    assert told["mentions"]["habilitation"] == "Hab. 12/2024"
    assert told["mentions"]["basis"]["framework"] == "flagrance"
    assert told["journal"] == {"origin": "relecture.example/poste-3", "head": "42:" + "ff" * 32}


def test_it_names_its_signers(told: dict[str, Any]) -> None:
    assert [one["key"] for one in told["signers"]] == [one.party.key for one in SIGNERS]
    assert told["software"]["pyav"] == "18.1.0"
