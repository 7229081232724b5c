"""What a certificate of erasure says in words: its article, its method, what it does not prove."""

from datetime import date

from vsa_core.domain.erasure import Ground
from vsa_core.domain.provenance import Canonical
from vsa_core.legal.articles import article_on
from vsa_core.legal.law_data import law


def wording(ground: Ground, day: date) -> dict[str, Canonical]:
    """The article of the ground as numbered on that day, and both languages of the rest."""
    said = law("erasure")
    return {
        "article": article_on(said["ground"][ground.value], day),
        "method": dict(said["method"]),
        "does_not_prove": [dict(one) for one in said["unproved"]],
    }
