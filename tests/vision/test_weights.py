import contextlib
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.errors import Fault, Refused, Tampered, Unreadable
from vsa_core.vision.names import COCO80
from vsa_core.vision.weights import Entry, Manifest, Weights, open_weights

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
    ],
)
def test_a_malformed_list_is_unreadable(tmp_path: Path, changes: dict[str, str]) -> None:
    with pytest.raises(Unreadable) as said:
        manifest(tmp_path, listing(DIGEST, **changes))
    assert said.value.code == "MOD-006"


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
        assert entry.shipped == (ROOT / "models" / entry.file).is_file()


def test_the_test_weights_are_those_listed(weights_dir: Path) -> None:
    house = Manifest.read(ROOT / "models" / "manifest.toml")
    for name in LISTED:
        assert open_weights(weights_dir / f"{name}.pt", house).entry.name == name
