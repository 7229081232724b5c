import json
import os
from pathlib import Path

import pytest

from vsa_core.errors import WrongUsage
from vsa_core.settings import (
    DETECTORS,
    MOST_WORKERS,
    PROGRAM,
    TRACKERS,
    as_fields,
    from_fields,
    home_of,
    read,
)


def test_an_empty_environment_has_sound_settings() -> None:
    settings = read({})
    assert settings.home.is_absolute()
    assert settings.home.name == "relecture"
    assert (settings.weights, settings.lender, settings.experimental) == (None, None, False)
    assert (settings.detector, settings.tracker) == ("auto", "twostage")
    assert settings.precision == "auto"
    assert settings.threads == len(os.sched_getaffinity(0))


def test_the_words_and_the_models_lie_beside_the_program() -> None:
    settings = read({})
    assert (settings.resources / "i18n" / "fr").is_dir()
    assert settings.manifest.is_file()


def test_everything_may_be_said(tmp_path: Path) -> None:
    settings = read(
        {
            "RELECTURE_HOME": str(tmp_path),
            "RELECTURE_WEIGHTS": "w.pt",
            "RELECTURE_DETECTOR": "motion",
            "RELECTURE_TRACKER": "deepsort",
            "RELECTURE_THREADS": "3",
            "RELECTURE_EXPERIMENTAL": "on",
            "RELECTURE_COLLAGE": "on",
            "RELECTURE_INPUT": "half",
            "RELECTURE_PRECISION": "int8",
        }
    )
    assert settings.home == home_of({"RELECTURE_HOME": str(tmp_path)}) == tmp_path
    assert settings.weights == Path("w.pt")
    assert (settings.detector, settings.tracker, settings.threads) == ("motion", "deepsort", 3)
    assert (settings.experimental, settings.precision, settings.collage) == (True, "int8", True)
    assert settings.input == "half"


def test_what_is_empty_counts_as_not_said() -> None:
    names = ("HOME", "WEIGHTS", "DETECTOR", "TRACKER", "THREADS", "EXPERIMENTAL", "PRECISION")
    assert read({f"RELECTURE_{name}": "" for name in names}) == read({})


@pytest.mark.parametrize("detector", DETECTORS)
@pytest.mark.parametrize("tracker", TRACKERS)
def test_every_known_choice_is_taken(detector: str, tracker: str) -> None:
    settings = read({"RELECTURE_DETECTOR": detector, "RELECTURE_TRACKER": tracker})
    assert (settings.detector, settings.tracker) == (detector, tracker)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RELECTURE_DETECTOR", "face"),
        ("RELECTURE_TRACKER", "Deepsort"),
        ("RELECTURE_THREADS", "many"),
        ("RELECTURE_THREADS", "-1"),
        ("RELECTURE_THREADS", "0"),
        ("RELECTURE_THREADS", "1.5"),
        ("RELECTURE_THREADS", "²"),
        ("RELECTURE_EXPERIMENTAL", "yes"),
        ("RELECTURE_COLLAGE", "yes"),
        ("RELECTURE_INPUT", "320"),
        ("RELECTURE_PRECISION", "f16"),
    ],
)
def test_what_is_not_in_the_list_is_said(name: str, value: str) -> None:
    with pytest.raises(WrongUsage, match="USE-010") as wrong:
        read({name: value})
    assert wrong.value.values["name"] == name
    assert wrong.value.values["value"] == value


def test_other_variables_are_nobodys_business() -> None:
    assert read({"RELECTURE_PASSPHRASE": "secret", "HOME": "/x"}) == read({})


def test_settings_are_read_once() -> None:
    environment = {"RELECTURE_THREADS": "2"}
    settings = read(environment)
    environment["RELECTURE_THREADS"] = "5"
    assert settings.threads == 2
    with pytest.raises(AttributeError):
        settings.threads = 5  # type: ignore[misc]


def test_the_program_has_a_name_and_a_version() -> None:
    name, _, version = PROGRAM.partition("/")
    assert name == "relecture"
    assert all(part.isdecimal() for part in version.split("."))


def test_a_second_copy_of_the_journals_head_has_a_whole_path(tmp_path: Path) -> None:
    assert read({}).head_path is None
    assert read({"RELECTURE_HEAD_PATH": ""}).head_path is None
    assert read({"RELECTURE_HEAD_PATH": str(tmp_path)}).head_path == tmp_path
    told = read({"RELECTURE_HEAD_PATH": "disk"}).head_path
    assert told is not None
    assert told.is_absolute()


def test_as_many_look_as_there_are_cores_unless_somebody_says_otherwise() -> None:
    assert read({}).workers == min(len(os.sched_getaffinity(0)), MOST_WORKERS)
    assert read({"RELECTURE_WORKERS": "0"}).workers == 0
    assert read({"RELECTURE_WORKERS": "3"}).workers == 3


@pytest.mark.parametrize("value", ["-1", "many", "1.5", str(MOST_WORKERS + 1)])
def test_a_number_of_workers_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(WrongUsage, match=r"USE-010.*WORKERS"):
        read({"RELECTURE_WORKERS": value})


def test_settings_travel_to_a_process_of_ours_and_arrive_as_they_were(tmp_path: Path) -> None:
    sent = read({"RELECTURE_WEIGHTS": "w.pt", "RELECTURE_HEAD_PATH": str(tmp_path)})
    assert from_fields(json.loads(json.dumps(as_fields(sent)))) == sent
    assert from_fields(as_fields(read({}))) == read({})
