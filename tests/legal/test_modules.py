from dataclasses import replace

import pytest

from tests.legal.procedure import CASE, with_basis
from vsa_core.domain.case import Framework
from vsa_core.errors import Refused
from vsa_core.legal.modules import check_modules, check_named, is_built, names


def test_the_list_is_closed_and_nothing_of_it_is_built() -> None:
    assert names() == ("plates",)
    assert not is_built("plates")


def test_a_basis_names_modules_of_the_list_only() -> None:
    check_modules(with_basis(modules=("plates",)))
    with pytest.raises(Refused, match="LAW-031"):
        check_modules(with_basis(modules=("faces",)))


@pytest.mark.parametrize("framework", [Framework.ARTICLE_74, Framework.ARTICLE_74_1])
def test_a_framework_that_cannot_name_a_module_is_refused(framework: Framework) -> None:
    with pytest.raises(Refused, match="LAW-032"):
        check_modules(with_basis(framework=framework, modules=("plates",)))


def test_plates_need_a_basis_that_names_them() -> None:
    with pytest.raises(Refused, match="LAW-037"):
        check_named(CASE, ("plates",))
    check_named(with_basis(modules=("plates",)), ("plates",))
    check_named(replace(CASE), ())


def test_a_module_that_is_in_no_list_is_never_named() -> None:
    with pytest.raises(Refused, match="LAW-037"):
        check_named(with_basis(modules=("plates",)), ("faces",))
