from datetime import date

import pytest

from vsa_core.domain.erasure import Ground
from vsa_core.legal.certificate import wording


@pytest.mark.parametrize("ground", list(Ground))
def test_a_certificate_says_its_article_its_method_and_what_it_does_not_prove(
    ground: Ground,
) -> None:
    said = wording(ground, date(2026, 11, 22))
    assert str(said["article"]).startswith("CPP")
    assert set(said["method"]) == {"fr", "en"}  # type: ignore[arg-type]  # a mapping, by the data
    unproved = said["does_not_prove"]
    assert isinstance(unproved, list)
    assert len(unproved) >= 4
    assert any("copy" in one["en"] for one in unproved)  # type: ignore[index,call-overload]
