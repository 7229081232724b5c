"""Nothing is granted beyond the basis, and each refusal says which rule spoke."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.legal.procedure import BASIS, CASE, OPENED, WINDOW, YEAR, person, with_basis
from vsa_core.domain.case import Act, Aipd, Case, Framework, Grant, Person, Role
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused, WrongUsage
from vsa_core.legal.basis import check_case, check_exhibit, decide
from vsa_core.legal.roles import FOOTAGE, READING

NOW = OPENED + 1_000


def asked(
    who: Person | None = None,
    case: Case | None = CASE,
    act: Act = Act.QUERY,
    cameras: tuple[str, ...] = (),
    window: Window | None = None,
    now: int = NOW,
    log_time: int = 0,
) -> Grant:
    return decide(
        who or person(), case, act, cameras=cameras, window=window, now=now, log_time=log_time
    )


def test_a_grant_names_its_terms() -> None:
    grant = asked(cameras=("quai", "rue", "quai"), window=Window(WINDOW.start + 1, WINDOW.end))
    assert grant == Grant(
        "alice",
        Role.ANALYST,
        Act.QUERY,
        "2026/17",
        ("quai", "rue"),
        Window(WINDOW.start + 1, WINDOW.end),
    )


def test_asking_for_all_gives_the_basis() -> None:
    grant = asked()
    assert (grant.cameras, grant.window) == (BASIS.cameras, BASIS.window)


@pytest.mark.parametrize(
    ("window", "granted"),
    [
        (Window(0, WINDOW.start + 1), Window(WINDOW.start, WINDOW.start + 1)),
        (Window(WINDOW.end - 1, WINDOW.end + 9), Window(WINDOW.end - 1, WINDOW.end)),
        (Window(0, 2**52), WINDOW),
    ],
)
def test_what_reaches_beyond_the_window_is_left_out(window: Window, granted: Window) -> None:
    assert asked(window=window).window == granted


@pytest.mark.parametrize(
    "window", [Window(0, WINDOW.start), Window(WINDOW.end, WINDOW.end + 1), Window(-9, -8)]
)
def test_what_lies_outside_the_window_is_refused(window: Window) -> None:
    with pytest.raises(Refused, match="LAW-008"):
        asked(window=window)


def test_an_unknown_camera_is_refused_by_name() -> None:
    with pytest.raises(Refused, match="LAW-007") as caught:
        asked(cameras=("rue", "gare"))
    assert caught.value.values["camera"] == "gare"


REFUSALS = [
    ("LAW-001", person("alice", Role.DPO), CASE),
    ("LAW-001", person("alice", Role.ADMINISTRATOR), CASE),
    ("LAW-002", person("dora"), CASE),
    ("LAW-003", person(habilitation=" "), CASE),
    ("LAW-004", person(), None),
    ("LAW-006", person(), with_basis(authorisation=" ")),
    ("LAW-006", person(), with_basis(authorisation="", framework=Framework.ARTICLE_74)),
    ("LAW-009", person(), with_basis(cameras=())),
    ("LAW-010", person(), with_basis(requisition="")),
    ("LAW-011", person(), with_basis(magistrate="\t")),
    ("LAW-017", person(), with_basis(cameras=("rue", "rue"))),
    ("LAW-017", person(), with_basis(cameras=("rue", " "))),
]


@pytest.mark.parametrize(("code", "who", "case"), REFUSALS)
def test_each_rule_refuses(code: str, who: Person, case: Case | None) -> None:
    with pytest.raises(Refused, match=code):
        asked(who, case)


def test_authorisation_is_deemed_given_in_flagrance_only() -> None:
    assert asked(case=with_basis(authorisation="", framework=Framework.FLAGRANCE)).cameras
    for framework in set(Framework) - {Framework.FLAGRANCE}:
        with pytest.raises(Refused, match="LAW-006"):
            asked(case=with_basis(authorisation="", framework=framework))


@pytest.mark.parametrize(
    ("now", "log_time"),
    [(BASIS.expires, 0), (0, BASIS.expires), (BASIS.expires + 1, BASIS.expires - 1)],
)
def test_setting_the_clock_back_revives_nothing(now: int, log_time: int) -> None:
    with pytest.raises(Refused, match="LAW-005"):
        asked(now=now, log_time=log_time)
    assert asked(now=BASIS.expires - 1, log_time=BASIS.expires - 1).cameras


@pytest.mark.parametrize("act", sorted(READING))
def test_papers_outlive_the_basis(act: Act) -> None:
    grant = asked(act=act, now=BASIS.expires + YEAR)
    assert (grant.cameras, grant.window) == ((), None)
    with pytest.raises(Refused, match="LAW-002"):
        asked(person("dora"), act=act)


def test_the_log_is_read_without_a_case() -> None:
    grant = asked(person("dora", Role.DPO), None, Act.AUDIT_READ)
    assert (grant.case, grant.cameras, grant.window) == ("", (), None)
    assert asked(person("dora", Role.DPO), CASE, Act.AUDIT_READ).cameras == ()


@pytest.mark.parametrize("act", sorted(FOOTAGE))
def test_a_closed_case_keeps_its_footage_out_of_reach_and_its_papers_readable(act: Act) -> None:
    closed = replace(CASE, closed=OPENED + 10)
    with pytest.raises(Refused, match="LAW-035"):
        asked(case=closed, act=act)
    assert asked(case=closed, act=Act.CASE_READ).case == CASE.number


@pytest.mark.parametrize(("now", "log_time"), [(CASE.erase_by, 0), (NOW, CASE.erase_by)])
def test_what_was_to_be_erased_is_out_of_reach_and_no_clock_set_back_revives_it(
    now: int, log_time: int
) -> None:
    live = with_basis(expires=CASE.erase_by + YEAR)
    with pytest.raises(Refused, match="LAW-036"):
        asked(case=live, now=now, log_time=log_time)


@pytest.mark.parametrize(("now", "log_time"), [(NOW + 5, 0), (NOW, NOW + 5)])
def test_no_clock_set_back_revives_a_habilitation(now: int, log_time: int) -> None:
    ended = replace(person(), ends=NOW + 5)
    with pytest.raises(Refused, match="LAW-033"):
        asked(ended, now=now, log_time=log_time)
    assert asked(ended).person == "alice"


@pytest.mark.parametrize(
    "aipd", [Aipd(), Aipd("A", ""), Aipd(" ", "ab" * 32), Aipd("A", "AB" * 32), Aipd("A", "ab")]
)
def test_no_case_is_opened_without_an_impact_assessment(aipd: Aipd) -> None:
    with pytest.raises(Refused, match="LAW-030"):
        check_case(replace(CASE, aipd=aipd))


def test_an_act_uses_no_module_that_the_basis_does_not_name() -> None:
    def using(case: Case) -> Grant:
        return decide(
            person(),
            case,
            Act.QUERY,
            cameras=(),
            window=None,
            now=NOW,
            log_time=0,
            modules=("plates",),
        )

    with pytest.raises(Refused, match="LAW-037"):
        using(CASE)
    assert using(with_basis(modules=("plates",))).act is Act.QUERY


def test_a_case_without_an_offence_is_opened_for_a_search_only() -> None:
    check_case(CASE)
    check_case(with_basis(offence="", framework=Framework.ARTICLE_74_1))
    with pytest.raises(Refused, match="LAW-013"):
        check_case(with_basis(offence=" "))


@pytest.mark.parametrize(
    ("code", "case"),
    [
        ("LAW-006", with_basis(authorisation="")),
        ("LAW-009", with_basis(cameras=())),
        ("LAW-014", replace(CASE, number=" ")),
        ("LAW-014", replace(CASE, people=())),
        ("LAW-015", replace(CASE, erase_by=OPENED + 3 * YEAR + 86_400_000_001)),
        ("LAW-016", replace(CASE, erase_by=OPENED)),
        ("LAW-018", with_basis(expires=OPENED)),
    ],
)
def test_a_case_that_may_not_be_opened(code: str, case: Case) -> None:
    with pytest.raises(Refused, match=code):
        check_case(case)


def test_three_years_to_the_day() -> None:
    to_the_day = OPENED + 3 * YEAR + 86_400_000_000  # 2028 is a leap year
    check_case(replace(CASE, erase_by=to_the_day))
    with pytest.raises(Refused, match="LAW-015") as caught:
        check_case(replace(CASE, erase_by=to_the_day + 1))
    assert caught.value.values["latest"] == "2029-11-21"


def test_dates_outside_the_calendar_are_refused() -> None:
    with pytest.raises(WrongUsage, match="LAW-019"):
        check_case(replace(CASE, opened=2**62, basis=replace(BASIS, expires=2**63)))


def test_a_file_without_an_exhibit_is_refused() -> None:
    check_exhibit("scellé 3")
    with pytest.raises(Refused, match="LAW-012"):
        check_exhibit(" ")


CAMERAS = st.lists(st.sampled_from("abcdef"), max_size=5)
TIMES = st.integers(-50, 50)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    start = draw(TIMES)
    return Window(start, start + draw(st.integers(1, 60)))


@st.composite
def requests(draw: st.DrawFn) -> tuple[Case, Act, tuple[str, ...], Window | None, int, int]:
    case = with_basis(cameras=tuple(draw(CAMERAS)), window=draw(windows()), expires=draw(TIMES))
    window = draw(st.none() | windows())
    act = draw(st.sampled_from(sorted(FOOTAGE)))
    return case, act, tuple(draw(CAMERAS)), window, draw(TIMES), draw(TIMES)


def check_request(request: tuple[Case, Act, tuple[str, ...], Window | None, int, int]) -> None:
    """What is granted lies within the basis and, but for "all", within what was asked."""
    case, act, cameras, window, now, log_time = request
    try:
        grant = asked(None, case, act, cameras, window, now, log_time)
    except Refused:
        return
    basis = case.basis
    assert grant.cameras
    assert set(grant.cameras) <= set(basis.cameras)
    assert set(grant.cameras) == set(cameras or basis.cameras)
    assert grant.window is not None
    assert basis.window.start <= grant.window.start < grant.window.end <= basis.window.end
    if window is not None:
        assert window.start <= grant.window.start < grant.window.end <= window.end
    assert max(now, log_time) < basis.expires


@settings(max_examples=500)
@given(requests())
def test_nothing_is_granted_beyond_the_basis(
    request: tuple[Case, Act, tuple[str, ...], Window | None, int, int],
) -> None:
    check_request(request)


@pytest.mark.campaign
@settings(max_examples=10_000)
@given(requests())
def test_nothing_is_granted_beyond_the_basis_at_length(
    request: tuple[Case, Act, tuple[str, ...], Window | None, int, int],
) -> None:
    check_request(request)
