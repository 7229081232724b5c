import contextlib
import hashlib
import json
import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.provenance import canonical
from vsa_core.errors import Fault, Refused, Tampered, Unreadable
from vsa_core.vision.names import COCO80
from vsa_core.vision.safetensors_header import header_of
from vsa_core.vision.vigie_network import Vigie
from vsa_core.vision.vigie_rounding import convolutions
from vsa_core.vision.weights import (
    Entry,
    Manifest,
    Weights,
    digest_of,
    open_weights,
    strongest,
)

ROOT = Path(__file__).resolve().parents[2]
LISTED = ("yolo11n", "yolov8n", "yolo26n")


def listing(digest: str, **changes: str) -> str:
    lines = {
        "name": '"small"',
        "file": '"small.pt"',
        "sha256": f'"{digest}"',
        "licence": '"AGPL-3.0-or-later"',
        "source": '"trained here"',
        "task": '"detect"',
        "classes": '["person", "car"]',
        "size": "640",
        "face": "false",
    } | changes
    return "[[model]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items() if value)


def manifest(folder: Path, text: str) -> Manifest:
    path = folder / "manifest.toml"
    path.write_text(text, "utf-8")
    return Manifest.read(path)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.pt"
    path.write_bytes(b"weights")
    return path


DIGEST = hashlib.sha256(b"weights").hexdigest()


def refusal(kind: type[Fault], code: str, path: Path, allowed: Manifest) -> None:
    with pytest.raises(kind) as said:
        open_weights(path, allowed)
    assert said.value.code == code


def test_listed_bytes_open_under_any_file_name(small: Path) -> None:
    allowed = manifest(small.parent, listing(DIGEST))
    other = small.rename(small.with_name("renamed.pt"))
    weights = open_weights(other, allowed)
    assert weights == Weights(other, DIGEST, allowed.entries[0])
    assert weights.entry.classes == ("person", "car")


def test_a_changed_bit_is_tampering(small: Path) -> None:
    allowed = manifest(small.parent, listing(DIGEST))
    small.write_bytes(b"weightt")
    refusal(Tampered, "MOD-002", small, allowed)


def test_unknown_bytes_are_refused(small: Path) -> None:
    other = small.with_name("other.pt")
    other.write_bytes(b"?")
    refusal(Refused, "MOD-003", other, manifest(small.parent, listing(DIGEST)))
    refusal(Refused, "MOD-003", small, Manifest(()))


def test_only_regular_files_are_read(small: Path) -> None:
    allowed = manifest(small.parent, listing(DIGEST))
    refusal(Refused, "MOD-001", small.with_name("absent.pt"), allowed)
    refusal(Refused, "MOD-001", small.parent, allowed)
    os.mkfifo(small.with_name("pipe.pt"))
    refusal(Refused, "MOD-001", small.with_name("pipe.pt"), allowed)


def test_a_file_that_changes_after_it_was_opened_is_seen(small: Path) -> None:
    weights = open_weights(small, manifest(small.parent, listing(DIGEST)))
    weights.verify()
    small.write_bytes(b"others!")
    with pytest.raises(Tampered):
        weights.verify()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"classes": '["person", "human face"]'}, "MOD-004"),
        ({"classes": '["license plate"]'}, "MOD-004"),
        ({"face": "true"}, "MOD-004"),
        ({"task": '"pose"'}, "MOD-005"),
    ],
)
def test_a_model_that_crosses_a_red_line_spoils_the_list(
    tmp_path: Path, changes: dict[str, str], code: str
) -> None:
    with pytest.raises(Refused) as said:
        manifest(tmp_path, listing(DIGEST, **changes))
    assert said.value.code == code


@pytest.mark.parametrize(
    "changes",
    [
        {"sha256": '"abc"'},
        {"sha256": f'"{"g" * 64}"'},
        {"size": "600"},
        {"size": '"640"'},
        {"classes": "3"},
        {"classes": '"coco81"'},
        {"face": ""},
        {"name": ""},
        {"classes": "[]"},
        {"classes": '["person", "person"]'},
        {"size": "0"},
        {"size": "-64"},
        {"rank": '"high"'},
        {"rank": "true"},
        {"thresholds": "[0.2]"},
        {"thresholds": "[0.2, 1.5]"},
        {"thresholds": "[0.2, -0.1]"},
        {"thresholds": "[0.2, nan]"},
        {"thresholds": "[0.2, true]"},
        {"thresholds": "{dog = 0.2}"},
        {"thresholds": "0.2"},
        {"experimental": '["dog"]'},
        {"experimental": '"car"'},
        {"precisions": '"bf16"'},
        {"precisions": '["fp4"]'},
        {"ranges": "0"},
        {"ranges": "[0, 1]"},
        {"ranges": "[[0, 1, 2]]"},
        {"ranges": "[[0.1, 1]]"},
        {"ranges": "[[0, 0]]"},
        {"ranges": "[[0, inf]]"},
        {"ranges": "[[nan, 1]]"},
    ],
)
def test_a_malformed_list_is_unreadable(tmp_path: Path, changes: dict[str, str]) -> None:
    with pytest.raises(Unreadable) as said:
        manifest(tmp_path, listing(DIGEST, **changes))
    assert said.value.code == "MOD-006"


def test_what_an_entry_says_beyond_its_digest_is_read(tmp_path: Path) -> None:
    text = listing(
        DIGEST, thresholds="{person = 0.31}", experimental='["car"]', rank="7", file='"A.PT"'
    )
    (entry,) = manifest(tmp_path, text).entries
    assert (entry.thresholds, entry.experimental, entry.rank) == ((0.31, 0.25), ("car",), 7)
    assert entry.suffix == ".pt"
    (same,) = manifest(tmp_path, text.replace("{person = 0.31}", "[0.31, 0.25]")).entries
    assert same == entry
    assert Entry.of(json.loads(canonical(entry.fields()))) == entry


def model(name: str, rank: int, digest: str) -> Entry:
    return Entry(name, f"{name}.pt", digest, "", "", "detect", ("person",), 640, False, rank=rank)


models = st.builds(
    model, st.sampled_from("abc"), st.integers(-1, 2), st.sampled_from(["0" * 64, "1" * 64])
)


@given(st.lists(models, unique=True), st.randoms(use_true_random=False))
def test_the_strongest_is_the_same_in_whatever_order_they_come(
    entries: list[Entry], chance: Random
) -> None:
    best = strongest(entries)
    chance.shuffle(entries)
    assert strongest(entries) == best
    assert (best is None) == (not entries)
    assert all(best is not None and best.rank >= entry.rank for entry in entries)


@given(st.lists(models, min_size=1, unique=True), models)
def test_another_model_takes_over_only_if_it_is_as_strong(
    entries: list[Entry], other: Entry
) -> None:
    best = strongest(entries)
    assert best is not None
    assert strongest([*entries, other]) in (best, other)
    if other.rank < best.rank:
        assert strongest([*entries, other]) == best


@given(st.binary(max_size=80))
def test_any_bytes_are_a_list_or_unreadable(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)
    with contextlib.suppress(Unreadable):
        assert Manifest.read(path).entries == ()


def test_an_absent_list_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        Manifest.read(tmp_path / "absent.toml")


def test_precisions_and_ranges_are_read_and_written_again(tmp_path: Path) -> None:
    text = listing(DIGEST, precisions='["int8", "bf16"]', ranges="[[-1.5, 2], [0, 6]]")
    (entry,) = manifest(tmp_path, text).entries
    assert entry.precisions == ("int8", "bf16")
    assert entry.ranges == ((-1.5, 2.0), (0.0, 6.0))
    assert Entry.of(json.loads(canonical(entry.fields()))) == entry


def test_an_installation_adds_its_own_and_they_are_checked() -> None:
    own = Entry("own", "own.pt", "0" * 64, "", "", "detect", ("person",), 640, False)
    assert Manifest(()).with_added(own).by_digest("0" * 64) == own
    wrong = Entry("own", "own.pt", "0" * 64, "", "", "detect", ("face",), 640, False)
    with pytest.raises(Refused):
        Manifest(()).with_added(wrong)


def test_the_list_of_the_house_is_sound() -> None:
    entries = Manifest.read(ROOT / "models" / "manifest.toml").entries
    by_name = {entry.name: entry for entry in entries}
    for name in LISTED:
        assert by_name[name].classes == COCO80
        assert not by_name[name].shipped
    for entry in entries:
        assert entry.licence
        assert entry.source
        path = ROOT / "models" / entry.file
        assert entry.shipped == path.is_file()
        assert not entry.shipped or digest_of(path) == entry.digest


def test_what_the_list_says_of_our_own_model_is_what_its_file_says(tmp_path: Path) -> None:
    house = Manifest.read(ROOT / "models" / "manifest.toml")
    own = [entry for entry in house.entries if entry.shipped]
    assert [entry.name for entry in own] == ["vigie"]
    for entry in own:
        said = header_of(ROOT / "models" / entry.file)
        assert said["classes"] == ",".join(entry.classes)
        assert tuple(map(float, said["thresholds"].split(","))) == entry.thresholds
        assert said.get("experimental", "") == ",".join(entry.experimental)
        assert (said["licence"], int(said["size"])) == (entry.licence, entry.size)
        assert len(convolutions(Vigie(len(entry.classes)))) == len(entry.ranges)
        assert entry.rank < min(e.rank for e in house.entries if not e.shipped)


def test_the_test_weights_are_those_listed(weights_dir: Path) -> None:
    house = Manifest.read(ROOT / "models" / "manifest.toml")
    for name in LISTED:
        assert open_weights(weights_dir / f"{name}.pt", house).entry.name == name
