"""Which weights look: the strongest that was added here, else the program's own, else none."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.brought import (
    OFFICIAL,
    WHY,
    digest,
    git_blob,
    lab,
    shipped,
    stock_file,
    written,
)
from tests.desk.records import last, records
from tests.desk.scene import CHEAP, REPOSITORY, SECRET, FixedClock, settings
from tests.vision.networks import checkpoint_file, vigie_file
from vsa_core import engine, stock
from vsa_core.desk.models import LISTED
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused, Tampered
from vsa_core.stock import Stock


def test_the_best_that_is_here_looks_and_a_removed_one_no_more(tmp_path: Path) -> None:
    first, second = stock_file(tmp_path, "one.pt"), checkpoint_file(tmp_path / "two.pt")
    at = lab(
        tmp_path,
        shipped(tmp_path),
        OFFICIAL.format(name="weak", blob=git_blob(first), rank=10),
        OFFICIAL.format(name="strong", blob=git_blob(second), rank=20),
    )
    assert at.chosen == "vigie"
    at.desks.models.add(at.who, at.offer(second))
    assert not at.desks.models.add(at.who, at.offer(first)).chosen
    assert at.chosen == "strong"
    gone = at.desks.models.remove(at.who, "strong")
    assert (gone.name, gone.digest) == ("strong", digest(second))
    assert at.chosen == "weak"
    assert last(tmp_path / "home")["act"] == Act.CONSULT
    removal = [r for r in records(tmp_path / "home") if r["act"] == Act.MODEL_REMOVE][-1]
    assert removal["about"] == {"name": "strong", "digest": digest(second)}
    assert not (at.weights / f"{digest(second)}.pt").exists()
    at.desks.models.remove(at.who, "weak")
    assert at.chosen == "vigie"


def test_one_changed_bit_of_an_added_model_is_told_and_never_passed_over(tmp_path: Path) -> None:
    at = lab(tmp_path, shipped(tmp_path))
    path = stock_file(tmp_path)
    at.desks.models.add(at.who, at.offer(path, reason=WHY))
    kept = at.weights / f"{digest(path)}.pt"
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 1
    kept.write_bytes(data)
    for ask in (at.desks.models.listed, at.again().models.listed, at.again().models.verify):
        with pytest.raises(Tampered, match="MOD-002"):
            ask()
    assert at.desks.models.remove(at.who, "yolo").digest == digest(path)
    assert at.chosen == "vigie"


def test_checking_finds_a_changed_model_that_does_not_look(tmp_path: Path) -> None:
    at = lab(tmp_path)
    strong, weak = stock_file(tmp_path), checkpoint_file(tmp_path / "weak.pt")
    at.desks.models.add(at.who, at.offer(strong, reason=WHY, rank=9))
    at.desks.models.add(at.who, at.offer(weak, reason=WHY, rank=1))
    (at.weights / f"{digest(weak)}.pt").write_bytes(b"changed")
    assert len(at.desks.models.listed()) == 2
    with pytest.raises(Tampered, match="MOD-002"):
        at.desks.models.verify()


def test_a_throwaway_installation_borrows_the_model_and_never_the_list(tmp_path: Path) -> None:
    at = lab(tmp_path, shipped(tmp_path))
    at.desks.models.add(at.who, at.offer(stock_file(tmp_path), reason=WHY))
    other = replace(at.settings, home=tmp_path / "other", lender=at.settings.home)
    desks = engine.desks(other, CHEAP, FixedClock())
    desks.people.add(NewPerson("bea", Role.ADMINISTRATOR, "Béa", "H-1"), SECRET)
    assert [sheet.name for sheet in desks.models.listed() if sheet.chosen] == ["yolo"]
    with pytest.raises(Refused, match="MOD-022"):
        desks.models.remove(desks.people.sign_in("bea", SECRET), "yolo")
    written(tmp_path)
    assert [sheet.name for sheet in desks.models.listed()] == ["yolo"]


def test_a_fresh_installation_looks_with_what_came_with_the_program(tmp_path: Path) -> None:
    manifest = written(tmp_path, shipped(tmp_path, "a", 0), shipped(tmp_path, "b", 1))
    plain = replace(settings(tmp_path / "home"), manifest=manifest)
    weights = Stock(plain).chosen()
    assert weights is not None
    assert (weights.entry.name, weights.path.name) == ("b", "b.safetensors")
    assert not (tmp_path / "home").exists()
    weights.path.unlink()
    assert Stock(plain).chosen().entry.name == "a"  # type: ignore[union-attr]
    assert Stock(plain).lost() == ("b",)


def test_a_listed_file_beside_the_list_that_is_not_shipped_does_not_look(tmp_path: Path) -> None:
    manifest = written(tmp_path, shipped(tmp_path).replace("true", "false"))
    plain = replace(settings(tmp_path / "home"), manifest=manifest)
    assert Stock(plain).chosen() is None
    assert Stock(plain).lost() == ()
    named = replace(plain, weights=manifest.parent / "vigie.safetensors")
    assert Stock(named).chosen().entry.name == "vigie"  # type: ignore[union-attr]


def test_a_changed_model_of_the_program_is_told_and_never_passed_over(tmp_path: Path) -> None:
    manifest = written(tmp_path, shipped(tmp_path, "a", 0), shipped(tmp_path, "b", 1))
    vigie_file(tmp_path / "models" / "b.safetensors", seed=9)
    plain = replace(settings(tmp_path / "home"), manifest=manifest)
    with pytest.raises(Tampered, match="MOD-002") as said:
        Stock(plain).chosen()
    assert said.value.values["name"] == "b"
    assert Stock(plain).lost() == ("b",)


def test_the_file_that_is_named_looks_before_all_others_if_it_is_listed(tmp_path: Path) -> None:
    first, second = stock_file(tmp_path, "one.pt"), checkpoint_file(tmp_path / "two.pt")
    at = lab(tmp_path, shipped(tmp_path))
    for path, rank in ((first, 9), (second, 1)):
        at.desks.models.add(at.who, at.offer(path, reason=WHY, rank=rank))
    assert at.chosen == "one"
    named = at.again(weights=second).models.listed()
    assert [sheet.name for sheet in named if sheet.chosen] == ["two"]
    with pytest.raises(Refused, match="MOD-003"):
        at.again(weights=checkpoint_file(tmp_path / "other.pt", ("car",))).models.listed()


def test_an_added_file_that_is_gone_is_said_and_the_next_one_looks(tmp_path: Path) -> None:
    at = lab(tmp_path, shipped(tmp_path))
    path = stock_file(tmp_path)
    at.desks.models.add(at.who, at.offer(path, reason=WHY))
    (at.weights / f"{digest(path)}.pt").unlink()
    assert at.chosen == "vigie"
    assert Stock(at.settings).lost() == ("yolo",)
    assert [s.name for s in at.desks.models.verify()] == ["vigie"]


def test_a_broken_list_stops_everything_even_where_the_program_has_a_model(tmp_path: Path) -> None:
    at = lab(tmp_path, shipped(tmp_path))
    at.desks.models.add(at.who, at.offer(stock_file(tmp_path), reason=WHY))
    path = at.weights / "list"
    path.write_bytes(path.read_bytes().replace(b'"rank":5', b'"rank":6'))
    for ask in (Stock(at.settings).chosen, at.desks.models.listed, at.desks.models.verify):
        with pytest.raises(Tampered, match="MOD-012"):
            ask()
    with pytest.raises(Tampered, match="MOD-012"):
        at.desks.models.remove(at.who, "yolo")


def test_a_digest_is_computed_once_until_the_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = lab(tmp_path, shipped(tmp_path))
    at.desks.models.add(at.who, at.offer(stock_file(tmp_path), reason=WHY))
    read: list[Path] = []
    real = stock.digest_of

    def counted(path: Path) -> str:
        read.append(path)
        return real(path)

    monkeypatch.setattr(stock, "digest_of", counted)
    shelf = Stock(at.settings)
    for _ in range(3):
        shelf.chosen()
    assert len(read) == 1
    read[0].write_bytes(read[0].read_bytes())
    shelf.chosen()
    assert len(read) == 2


def test_experimental_classes_of_a_model_are_told(tmp_path: Path) -> None:
    table = shipped(tmp_path) + 'experimental = ["two-wheeler"]\n'
    at = lab(tmp_path, table)
    (sheet,) = at.desks.models.listed()
    assert sheet.experimental == ("two-wheeler",)
    assert sheet.kept == ("person", "vehicle", "two-wheeler")


@pytest.mark.slow
def test_stock_files_are_known_by_their_digest_and_the_best_of_them_looks(
    weights_dir: Path, tmp_path: Path
) -> None:
    at = lab(tmp_path)
    house = at.again(manifest=REPOSITORY / "models" / "manifest.toml")
    who = house.people.sign_in("adele", SECRET)
    for name, looks in (("yolo11n", True), ("yolov8n", False), ("yolo26n", True)):
        sheet = house.models.add(who, at.offer(weights_dir / f"{name}.pt"))
        assert (sheet.name, sheet.origin, sheet.chosen) == (name, LISTED, looks)
        assert (len(sheet.kept), len(sheet.unnamed)) == (19, 48)
    with pytest.raises(Refused, match="MOD-013"):
        house.models.add(who, at.offer(weights_dir / "yolox_nano.onnx"))
