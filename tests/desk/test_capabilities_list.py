import json
from dataclasses import replace

import pytest

from vsa_core.desk.capabilities_build import Build
from vsa_core.desk.capabilities_list import (
    CANNOT,
    MODULES,
    ROOM,
    WHAT,
    Listing,
    Looks,
    ModelLine,
    listing,
    read_listing,
)
from vsa_core.desk.models import ModelSheet
from vsa_core.domain.provenance import canonical, digest
from vsa_core.events.registry import KINDS
from vsa_core.legal.modules import is_built

BUILD = Build("relecture/0.1.0", 700, "ab" * 32, "3.11.9", (("av", "18.1.0"), ("numpy", "2.4.6")))
LOOKS = Looks("auto", "twostage", False)
VIGIE = ModelSheet("vigie", "cd" * 32, "AGPL", "ours", ("person", "vehicle"), True, True)
ABSENT = replace(VIGIE, name="yolo11n", digest="ef" * 32, present=False, chosen=False)


def made(*sheets: ModelSheet, fault: str = "") -> Listing:
    return listing(BUILD, LOOKS, sheets or (VIGIE, ABSENT), fault)


def test_only_models_whose_file_is_here_are_told() -> None:
    (model,) = made().models
    assert model == ModelLine("vigie", "cd" * 32, "listed", ("person", "vehicle"), 2, (), True)
    assert model.fields()["face"] is False


def test_where_motion_alone_looks_no_model_is_in_use() -> None:
    alone = listing(BUILD, replace(LOOKS, detector="motion"), (VIGIE,))
    assert [model.chosen for model in alone.models] == [False]


def test_every_kind_is_told_with_its_version_and_its_sliders() -> None:
    told = {(kind.kind, kind.version, len(kind.parameters)) for kind in made().kinds}
    assert told == {(kind.KIND, kind.VERSION, len(kind.PARAMETERS)) for kind in KINDS}


def test_the_document_is_canonical_and_read_again_as_it_was() -> None:
    before = made(fault="MOD-002")
    document = json.loads(canonical(before.fields()))
    assert document["what"] == WHAT
    assert digest(document) == before.digest
    assert read_listing(document) == before


@pytest.mark.parametrize(
    "change",
    [
        {"build": replace(BUILD, digest="00" * 32)},
        {"looks": replace(LOOKS, experimental=True)},
        {"models": ()},
        {"fault": "MOD-012"},
        {"kinds": ()},
        {"cannot": CANNOT[:-1]},
    ],
)
def test_anything_that_differs_gives_another_digest(change: dict[str, object]) -> None:
    assert replace(made(), **change).digest != made().digest  # type: ignore[arg-type]


def test_a_list_too_long_for_the_journal_counts_classes_instead_of_naming_them() -> None:
    names = tuple(f"thing number {n}" for n in range(600))
    many = [replace(VIGIE, name=f"m{n}", classes=names) for n in range(8)]
    document = made(*many).fields()
    assert len(canonical(document)) <= ROOM
    assert read_listing(document).fields() == document
    told = [model["classes_count"] for model in json.loads(canonical(document))["models"]]
    assert told == [600] * 8


def test_the_list_of_this_build_fits_with_room_to_spare() -> None:
    parties = tuple((f"a-package-of-some-length-{n}", "2026.10.1") for n in range(150))
    coco = tuple(f"name of class {n}" for n in range(80))
    sheets = [replace(VIGIE, name=f"model-{n}", classes=coco) for n in range(5)]
    document = listing(replace(BUILD, parties=parties), LOOKS, sheets).fields()
    assert len(canonical(document)) < ROOM / 2
    assert json.loads(canonical(document))["models"][0]["classes"]


def test_twelve_red_lines_each_with_its_own_test() -> None:
    assert [red.line for red in CANNOT] == [f"RL{n}" for n in range(1, 13)]
    assert len({red.test for red in CANNOT}) == 12


def test_what_the_law_knows_as_a_module_and_is_not_built_is_told_as_none() -> None:
    assert not is_built("plates")
    assert dict(MODULES)["plates"] == "none"
    assert dict(MODULES)["face"] == "absent"


def test_a_build_that_joins_machines_says_so() -> None:
    assert dict(made().modules)["cluster"] == "none"
    parties = (*BUILD.parties, ("distributed", "2026.8.0"))
    joined = listing(replace(BUILD, parties=parties), LOOKS, [VIGIE])
    assert dict(joined.modules) == {**dict(MODULES), "cluster": "extra"}


@pytest.mark.parametrize("change", [{"what": "another"}, {"kinds": [1]}, {"models": [{}]}])
def test_what_is_no_list_is_refused(change: dict[str, object]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_listing({**made().fields(), **change})
