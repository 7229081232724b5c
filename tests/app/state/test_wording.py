import pytest

from app.state.wording import Wording
from app.tasks import Tasks
from tests.app.inquiry import LINE, Inquiry, inquiry, sheet
from vsa_core.domain.geometry import Line


@pytest.fixture
def it(tasks: Tasks) -> Inquiry:
    made = inquiry(tasks)
    made.question.know([sheet("rue"), sheet("parking")])
    return made


@pytest.fixture
def wording(it: Inquiry) -> Wording:
    return Wording(it.session, it.question)


def test_the_panel_is_written_in_words_and_the_words_make_the_same_question(
    it: Inquiry, wording: Wording
) -> None:
    it.question.drawing.draw(LINE)
    it.question.choose_classes(("person",))
    it.question.set_value("settle", 1500)
    for language in ("fr", "en"):
        asked = it.question.query()
        wording.speak(language)
        assert "rue" in wording.text
        wording.type(f"{wording.text} ")
        assert wording.compile()
        assert it.question.query() == asked


def test_words_that_are_no_question_are_wrong_at_a_word(it: Inquiry, wording: Wording) -> None:
    before = it.question.query()
    wording.type("personne franchitt la ligne")
    assert not wording.compile()
    assert wording.fault is not None
    assert wording.fault.code.startswith("PHR-")
    at, until = wording.span
    assert wording.text[at:until] == "franchitt"
    assert it.question.query() == before
    wording.type("personne")
    assert wording.fault is None


def test_what_one_types_is_not_written_over_until_the_panel_is_changed(
    it: Inquiry, wording: Wording
) -> None:
    it.question.drawing.draw(LINE)
    wording.write()
    wording.type("person")
    it.question.know([sheet("rue")])
    wording.write()
    assert wording.text == "person"
    it.question.choose_classes(("car",))
    wording.write()
    assert "voiture" in wording.text


def test_a_place_typed_without_its_camera_waits_for_it(it: Inquiry, wording: Wording) -> None:
    wording.type("personne franchit ligne(10,20 30,40)")
    assert wording.compile()
    wording.write()
    assert it.question.problem == "camera"
    assert wording.text == "personne franchit ligne(10,20 30,40)"
    it.question.choose_cameras(("parking",))
    assert isinstance(it.question.place, Line)
    assert it.question.problem == ""
    wording.write()
    assert "parking" in wording.text


def test_what_could_stand_there_is_offered_with_the_cameras_of_the_case(
    wording: Wording,
) -> None:
    wording.type("personne fran")
    assert "franchit" in [one.text for one in wording.complete(13)]
    wording.type("personne est vue caméra ")
    found = [one.text for one in wording.complete(len(wording.text))]
    assert "rue" in " ".join(found)


def test_leaving_the_case_forgets_the_words(it: Inquiry, wording: Wording) -> None:
    wording.type("personne")
    it.session.sign_out()
    assert (wording.text, wording.typed) == ("", False)


def test_an_older_window_does_not_write_its_own_language(it: Inquiry, wording: Wording) -> None:
    it.question.drawing.draw(LINE)
    wording.speak("fr")
    french = wording.text
    told: list[str] = []
    wording.changed.connect(wording.write)
    wording.changed.connect(lambda: told.append(wording.text))
    wording.speak("en")
    assert told == [wording.text]
    assert wording.text != french
