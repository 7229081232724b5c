"""LISEZMOI.txt: both languages, filled in, careful."""

from pathlib import Path

import pytest

from tests.export.folder import FILE, SIGNERS, packed


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = packed(tmp_path_factory.mktemp("notice") / "clip 1").folder
    data = (folder / "LISEZMOI.txt").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 60
    return data.decode("utf-8").replace("\r\n", "\n").replace("\u00a0", " ")


def test_it_is_in_french_then_in_english(text: str) -> None:
    french, english = text.split("=" * 72)
    assert "COPIE À VÉRIFIER" in french
    assert "COPY TO BE VERIFIED" in english


def test_it_says_where_it_comes_from(text: str) -> None:
    assert "Procédure : 2024/001234" in text
    assert "Première image : 05/03/2024 14:57:50,000 UTC+01:00" in text
    assert "Claire Morel (habilitation : Hab. 12/2024)" in text
    assert "relecture.example/poste-3, 42 : " + "ff" * 32 in text
    assert FILE.digest in text


def test_it_says_what_it_does_not_establish(text: str) -> None:
    assert "CE QUE CETTE COPIE N’ÉTABLIT PAS" in text
    assert "L’absence de cadre ne dit pas l’absence de personne" in text
    assert "preuve" not in text.casefold()


def test_it_says_how_to_check(text: str) -> None:
    for one in SIGNERS:
        assert one.party.fingerprint in text
    assert "(printf 'relecture-export-v1\\n' && cat manifest.json) > message" in text


def test_no_placeholder_is_left(text: str) -> None:
    assert "{" not in text
    assert "}" not in text


def test_lines_fit_a_page(text: str) -> None:
    assert [line for line in text.splitlines() if len(line) > 110] == []
