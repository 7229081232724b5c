from vsa_core.domain.case import Basis, Case, Framework
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import canonical


def test_no_framework_is_administrative() -> None:
    assert not any("admin" in framework.value for framework in Framework)


def test_a_case_has_a_canonical_form() -> None:
    basis = Basis(Framework.FLAGRANCE, "R1", "M", "", "vol", ("rue",), Window(0, 9), 10)
    case = Case("2024/17", basis, ("alice",), 99, 1, "alice")
    assert b'"number":"2024/17"' in canonical(case.fields())
