"""Every article that a refusal cites is in the data file, and nothing else is."""

import tomllib
from pathlib import Path

from vsa_core.legal import articles

FILE = Path(__file__).resolve().parents[2] / "resources" / "law" / "articles.toml"


def test_the_data_file_has_the_same_keys() -> None:
    cited = {value for name, value in vars(articles).items() if name.isupper()}
    assert set(tomllib.loads(FILE.read_text(encoding="utf-8"))) == cited


def test_every_entry_says_its_subject_and_its_later_number() -> None:
    for entry in tomllib.loads(FILE.read_text(encoding="utf-8")).values():
        assert entry["subject"]
        assert isinstance(entry["later"], str)
