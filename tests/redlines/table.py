"""The red lines, each with the tests that hold it and the faults that these are shown to see."""

import ast
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.house import ROOT, parsed
from vsa_core.desk.capabilities_list import CANNOT

BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"


@dataclass(frozen=True, slots=True)
class Proof:
    """One check of a red line: the test that makes it of this build, and those that seed a fault.

    module: the test file; holds: passes on the real build; sees: each seeds a
    fault, and has the very same check see it.
    """

    module: str
    holds: str
    sees: tuple[str, ...]


def _red(name: str, holds: str, *sees: str) -> Proof:
    return Proof(f"tests/redlines/test_{name}.py", holds, sees)


_OFFLINE = "tests/offline/test_{}.py"

PROOFS: dict[str, tuple[Proof, ...]] = {
    "RL1": (
        _red(
            "rl01_faces",
            "test_nothing_that_is_installed_knows_a_face",
            "test_a_build_that_knows_faces_is_seen",
        ),
        _red("bodies", "test_nothing_of_the_kind_exists", "test_a_named_body_is_seen"),
    ),
    "RL2": (
        _red(
            "rl02_models",
            "test_the_loader_opens_listed_detectors_alone",
            "test_a_loader_that_takes_any_bytes_is_seen",
            "test_a_loader_that_takes_any_class_is_seen",
            "test_a_loader_that_asks_for_no_list_is_seen",
        ),
        _red("models", "test_every_listed_model_is_allowed", "test_a_forbidden_model_is_seen"),
    ),
    "RL3": (
        _red(
            "rl03_templates",
            "test_no_segment_of_a_case_has_room_for_a_template",
            "test_a_stored_template_is_seen_and_the_reader_refuses_it",
        ),
        _red(
            "rl03_templates",
            "test_no_column_of_the_catalogue_has_room_for_one",
            "test_a_column_for_templates_is_seen",
        ),
    ),
    "RL4": (
        _red(
            "rl04_canary",
            "test_the_whole_road_leaves_no_appearance",
            "test_a_store_that_keeps_an_appearance_is_seen",
        ),
        _red(
            "rl04_canary",
            "test_a_program_killed_while_it_looks_leaves_none",
            "test_a_store_that_keeps_an_appearance_is_seen",
        ),
    ),
    "RL5": (
        _red(
            "rl05_memory",
            "test_no_look_outlives_its_recording",
            "test_a_gallery_that_holds_looks_is_seen",
        ),
        _red(
            "rl05_memory",
            "test_no_call_of_the_desk_takes_a_look",
            "test_a_desk_that_asks_by_example_is_seen",
        ),
    ),
    "RL6": (
        _red(
            "rl06_traits",
            "test_no_sentence_speaks_of_a_trait",
            "test_a_sentence_that_speaks_of_a_trait_is_seen",
            "test_a_sentence_of_the_window_is_seen",
        ),
        _red(
            "rl06_traits",
            "test_nothing_that_is_found_or_asked_is_a_trait",
            "test_a_class_or_a_question_about_a_trait_is_seen",
        ),
        _red(
            "rl06_traits",
            "test_no_model_does_more_than_detect",
            "test_a_list_that_takes_other_tasks_is_seen",
        ),
    ),
    "RL7": (
        _red(
            "rl07_live",
            "test_nothing_but_a_closed_film_is_taken_in",
            "test_a_reader_that_opens_what_it_is_told_is_seen",
        ),
        _red(
            "rl07_live",
            "test_a_file_that_a_recorder_writes_to_once_a_second_is_refused",
            "test_a_file_that_a_recorder_writes_to_once_a_second_is_refused",
        ),
        _red(
            "rl07_live",
            "test_a_file_that_goes_on_growing_is_never_looked_at",
            "test_a_file_that_goes_on_growing_is_never_looked_at",
        ),
        _red(
            "rl07_live",
            "test_nothing_waits_for_files_and_nobody_is_called",
            "test_a_watcher_is_seen",
        ),
        _red("sources", "test_no_live_source_is_named", "test_a_live_source_is_seen"),
    ),
    "RL8": (
        _red(
            "rl08_tickets",
            "test_a_clip_leaves_by_a_named_person_alone",
            "test_a_desk_that_asks_no_ticket_is_seen",
        ),
        _red(
            "rl08_tickets",
            "test_no_call_reaches_into_a_case_unattended",
            "test_an_unattended_call_is_seen",
        ),
        _red("rl08_tickets", "test_no_rule_finds_an_offence", "test_a_rule_that_judges_is_seen"),
        _red("vocabulary", "test_the_words_are_careful", "test_a_careless_word_is_seen"),
    ),
    "RL9": (
        _red(
            "rl09_plates",
            "test_no_line_and_no_package_reads_a_plate",
            "test_a_reader_of_plates_is_seen",
        ),
        _red(
            "rl09_plates",
            "test_the_module_that_the_law_knows_is_not_built",
            "test_a_module_that_is_built_is_seen",
        ),
        _red(
            "rl09_plates",
            "test_no_model_that_knows_plates_is_listed",
            "test_a_list_that_takes_plates_is_seen",
        ),
    ),
    "RL10": (
        _red(
            "rl10_cases",
            "test_nothing_of_a_case_is_got_in_another",
            "test_cases_that_share_a_key_and_a_catalogue_are_seen",
        ),
        _red(
            "rl10_cases", "test_no_call_takes_two_cases", "test_a_call_that_takes_two_cases_is_seen"
        ),
        _red(
            "rl10_cases",
            "test_every_framework_is_judicial",
            "test_a_framework_that_is_not_judicial_is_seen",
        ),
    ),
    "RL11": (
        _red(
            "rl11_network",
            "test_no_line_of_ours_could_open_the_network",
            "test_a_line_that_could_is_seen",
        ),
        _red(
            "rl11_network",
            "test_the_network_is_closed_before_anything_else",
            "test_a_program_that_closes_it_late_is_seen",
        ),
        _red(
            "rl11_network", "test_no_attempt_gets_through", "test_a_hook_that_lets_all_pass_is_seen"
        ),
        Proof(
            _OFFLINE.format("four_acts"),
            "test_the_four_acts_ask_for_no_network_socket",
            ("test_a_program_that_reaches_out_is_seen",),
        ),
        Proof(
            _OFFLINE.format("system_calls"),
            "test_the_demonstration_opens_no_socket",
            ("test_the_filter_kills",),
        ),
        Proof(
            _OFFLINE.format("third_parties"),
            "test_the_program_is_silent_when_imported",
            ("test_a_talkative_import_is_seen",),
        ),
    ),
    "RL12": (
        _red(
            "rl12_faults",
            "test_every_check_is_shown_to_see_a_fault",
            "test_a_check_that_was_never_shown_a_fault_is_seen",
        ),
    ),
}


def wrong(proofs: dict[str, tuple[Proof, ...]], root: Path = ROOT) -> list[str]:
    """What is missing: a line without a proof, a test that is not there, a fault that another
    check sees than the one that holds the line."""
    found = [f"{red.line}: no proof" for red in CANNOT if not proofs.get(red.line)]
    for line, several in proofs.items():
        for proof in several:
            found += [f"{line}: {fault}" for fault in _wrong(proof, root)]
    return found


def _wrong(proof: Proof, root: Path) -> list[str]:
    path = root / proof.module
    if not path.is_file():
        return [f"{proof.module} is not there"]
    tests = functions(path)
    lacking = [name for name in (proof.holds, *proof.sees) if name not in tests]
    if lacking or not proof.sees:
        return [f"{proof.module}: {name} is not there" for name in lacking or ["a seeded fault"]]
    checks = called(tests[proof.holds], set(tests))
    return [
        f"{proof.module}: {name} does not use the check of {proof.holds}"
        for name in proof.sees
        if not checks & called(tests[name], set(tests))
    ]


def functions(path: Path) -> dict[str, ast.FunctionDef]:
    """The functions of a test file, by name."""
    return {node.name: node for node in parsed(path).body if isinstance(node, ast.FunctionDef)}


def called(function: ast.FunctionDef, known: set[str]) -> set[str]:
    """Names of the house's own functions that a test uses, itself or by its parameters."""
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    if "check" in {argument.arg for argument in function.args.args}:
        names.add("named_bodies")  # of a list of checks
    plain = {name for name in names if name.islower()}
    return {name for name in plain if not name.startswith("test_")} - NOISE


NOISE = frozenset(
    "len list dict sorted str set tuple range bool int lambda pytest write replace type sum max"
    " min any all zip tmp_path monkeypatch name fault folder path text found office indexed".split()
)


def table(french: bool) -> str:
    """The table of the guide, one row a check."""
    from app.words import read_words

    words = read_words("fr" if french else "en")
    head = (
        "| Ligne | Ce que le programme ne peut pas | Essai | Défaut semé, et vu |"
        if french
        else "| Line | What the program cannot do | Test | Fault seeded, and seen |"
    )
    rows = [head, "|---|---|---|---|"]
    for red in CANNOT:
        said = words.say(f"capabilities.cannot.{red.line}")
        for proof in PROOFS[red.line]:
            sees = "<br>".join(f"`{name}`" for name in proof.sees)
            module = proof.module.removeprefix("tests/")
            rows.append(f"| {red.line} | {said} | `{module}`<br>`{proof.holds}` | {sees} |")
            said = ""
    return "\n".join(rows)


def rewritten(page: str, french: bool) -> str:
    """The guide with its table replaced; ValueError when it lacks the markers."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("the guide lacks its markers")
    return f"{before}{BEGIN}\n\n{table(french)}\n\n{END}{after}"


GUIDES = {
    Path("docs", "guides", "absence.fr.md"): True,
    Path("docs", "guides", "absence.en.md"): False,
}

if __name__ == "__main__":
    for guide, french in GUIDES.items():
        (ROOT / guide).write_text(rewritten((ROOT / guide).read_text("utf-8"), french), "utf-8")
