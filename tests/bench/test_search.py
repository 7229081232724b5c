"""Taking figures: the first turn apart, medians of the rest, counts that must agree."""

from pathlib import Path

from vsa_core.bench.search import Figure, asked, disagreements, forget, held, size, spent


def _figure(engine: str, question: str, count: int) -> Figure:
    return Figure(engine, question, count, 1, 1, 1, 1, 3, 0)


def test_the_first_turn_is_cold_and_the_rest_are_counted() -> None:
    turns: list[int] = []

    def count() -> int:
        turns.append(1)
        return 7

    found = asked("us", "q", count, 4)
    assert len(turns) == 5
    assert (found.engine, found.question, found.count, found.rounds) == ("us", "q", 7, 4)
    assert found.cpu_ms >= 0
    assert found.cold_wall_ms >= found.cold_cpu_ms * 0


def test_an_engine_that_changes_its_mind_is_no_answer() -> None:
    turns = iter(range(9))
    assert asked("us", "q", lambda: next(turns), 2).count == -1


def test_bytes_that_were_read_are_told(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(bytes(500_000))
    forget([tmp_path])
    assert asked("us", "q", lambda: len(path.read_bytes()), 1).read >= 500_000


def test_only_questions_with_different_counts_disagree() -> None:
    figures = [_figure("us", "a", 3), _figure("them", "a", 3), _figure("us", "b", 3)]
    assert disagreements([*figures, _figure("them", "b", 4)]) == {"b": {"us": 3, "them": 4}}
    assert disagreements(figures) == {}
    assert disagreements([_figure("us", "a", -1)]) == {"a": {"us": -1}}


def test_folders_weigh_what_is_in_them(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_bytes(bytes(300))
    (tmp_path / "b").write_bytes(bytes(20))
    assert size(tmp_path) == 320
    taken = held("us", [tmp_path / "in", tmp_path / "b"])
    assert taken.disk == 320
    assert taken.memory > 2**20


def test_work_costs_time() -> None:
    assert spent(lambda: sum(range(200_000))) > 0
