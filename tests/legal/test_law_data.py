import pytest

from vsa_core.domain.erasure import Ground
from vsa_core.domain.request import Kind
from vsa_core.legal.law_data import law


@pytest.mark.parametrize("name", ["articles", "erasure", "form", "two"])
def test_each_file_is_read_once_and_is_not_empty(name: str) -> None:
    assert law(name)
    assert law(name) is law(name)


def test_every_kind_and_ground_has_its_entry_and_nothing_else_has() -> None:
    assert set(law("two")) == set(Kind)
    assert set(law("erasure")["ground"]) == set(Ground)


def test_every_article_named_by_the_data_is_in_the_data() -> None:
    named = {entry["article"] for entry in law("two").values()}
    named |= {field["article"] for field in law("form")["field"]}
    named |= {module["article"] for module in law("form")["module"].values()}
    named |= set(law("erasure")["ground"].values())
    assert named <= set(law("articles"))
