from dataclasses import replace

from app.state.validation_record import begun, measured, reported
from tests.app.laboratory import MADE, SUBJECT, assessment, nothing
from vsa_core.domain.coverage import Level
from vsa_core.domain.provenance import canonical


def test_the_record_names_what_was_measured_and_counts_what_was_found() -> None:
    assert measured(assessment(folder="vérité-2024")) == {
        "what": "validation",
        "name": "vérité-2024",
        "detector": "openvino vigie-1",
        "detector_sha256": SUBJECT.detector_digest,
        "tracker": "twostage 1",
        "settings": SUBJECT.settings,
        "program": "relecture/0.1.0",
        "level": "standard",
        "made_us": MADE,
        "files": 4,
        "found": 26,
        "missed": 3,
        "false_alarms": 3,
        "sequences": 2,
        "boxes": 4503,
    }


def test_what_is_about_to_be_measured_is_told_by_its_name_alone() -> None:
    assert begun("/affaires/a\u202eb/", Level.FULL) == {
        "what": "validation_begins",
        "name": "a⟨U+202E⟩b",
        "level": "full",
    }


def test_it_tells_no_path_and_no_clip() -> None:
    told = str(measured(assessment(folder="/affaires/cmorel/2024-17/vérité")))
    assert "cmorel" not in told
    assert "porte" not in told
    assert "entree-nord" not in told


def test_a_report_is_told_by_the_digests_of_its_files() -> None:
    told = reported(assessment(), {"validation.json": "ab" * 32})
    assert told["what"] == "validation_report"
    assert told["sha256"] == {"validation.json": "ab" * 32}
    assert told["detector_sha256"] == SUBJECT.detector_digest


def test_a_record_can_be_written_whatever_was_found() -> None:
    motion = replace(SUBJECT, detector="motion", named=False, thresholds=())
    for found in (assessment(), nothing(subject=motion)):
        assert canonical(begun(found.folder, Level.SCAN))
        assert canonical(measured(found))
        assert canonical(reported(found, {}))
