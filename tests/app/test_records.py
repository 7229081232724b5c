from app.records import about, explained, told
from app.words import Words

RECORD = {
    "seq": 12,
    "us": 1_709_640_000_000_000,
    "who": "alice\u202egpj",
    "case": "2024/17",
    "motive": "M01",
    "act": "denied",
    "about": {"code": "LAW-004", "act": "query"},
}


def test_a_record_is_told_in_words(words: Words) -> None:
    said = told(RECORD, words)
    assert (said.sequence, said.act, said.case, said.motive) == (12, "refus", "2024/17", "M01")
    assert said.when.startswith("05/03/2024")
    assert said.about == "code : LAW-004 ; acte : question"
    assert said.refused
    assert not told({**RECORD, "act": "query"}, words).refused


def test_a_name_that_hides_its_direction_shows_it(words: Words) -> None:
    assert told(RECORD, words).person == "alice⟨U+202E⟩gpj"


def test_references_are_told_on_one_line(words: Words) -> None:
    fields = {
        "hits": 3,
        "coverage_us": {"looked": 61_000_000, "skipped": 0},
        "failures": ["SRC-001"],
        "cancelled": False,
    }
    said = about(fields, words).replace("\u00a0", " ").replace("\u202f", " ")
    assert said == (
        "résultats : 3 ; couverture : regardé 0:01:01 ; échecs : SRC-001 ; interrompu : non"
    )
    assert about({}, words) == ""
    assert about(None, words) == ""


def test_digests_are_left_to_programs_and_times_are_told_as_times(words: Words) -> None:
    fields = {"hit": "f" * 64, "detector": "motion:" + "0" * 64, "window_us": [0, 60_000_000]}
    said = about(fields, words)
    assert "f" * 64 not in said
    assert "motion" not in said
    assert said.startswith("période")
    assert "1970" in said


def test_a_record_is_explained_before_it_is_shown_whole(words: Words) -> None:
    said = explained({**RECORD, "role": "analyst"}, words).splitlines()
    assert said[1] == "refus"
    assert said[2].endswith("(analyste)")
    assert "Recherche de faits" in said[4]
    assert '  "seq": 12,' in said
    assert "\u202e" not in "".join(said)
