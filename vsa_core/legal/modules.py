"""Modules that a legal basis must name before they may be used: a closed list, as data."""

from vsa_core.domain.case import Case
from vsa_core.errors import Refused
from vsa_core.legal.articles import cited
from vsa_core.legal.law_data import law


def names() -> tuple[str, ...]:
    """The closed list."""
    return tuple(law("form")["module"])


def is_built(name: str) -> bool:
    """Whether this version has the module at all."""
    return bool(law("form")["module"][name]["built"])


def check_modules(case: Case) -> None:
    """Raise Refused unless the basis names modules of the list, each under a framework it allows.

    LAW-031: not in the list; LAW-032: this framework cannot name it.
    """
    listed = law("form")["module"]
    for name in case.basis.modules:
        if name not in listed:
            raise Refused("LAW-031", case=case.number, module=name, known=", ".join(listed))
        if case.basis.framework.value not in listed[name]["frameworks"]:
            article = listed[name]["article"]
            raise Refused("LAW-032", case=case.number, module=name, article=cited(article))


def check_named(case: Case, used: tuple[str, ...]) -> None:
    """Raise Refused (LAW-037) unless the basis names every module that an act uses."""
    for name in used:
        if name not in case.basis.modules:
            article = law("form")["module"].get(name, {}).get("article", "authorisation")
            raise Refused("LAW-037", case=case.number, module=name, article=cited(article))
