from pathlib import Path

import torch

from tests.tools.training.packs import made_pack
from tools.training.course import Course, Diet, Pool, advanced, begun, half
from tools.training.pack import read_pack
from tools.training.pair import Pair
from tools.training.state import resume_course, save_course
from vsa_core.vision.vigie_network import Vigie

SMALL = Diet(32, 2, 0.5)


def walked(course: Course, pool: Pool, steps: int) -> Course:
    pair = Pair(course.network, half(course, pool, SMALL, SMALL))
    for _ in range(steps):
        advanced(course, pair)
    pair.close()
    return course


def begin() -> Course:
    torch.manual_seed(3)
    return begun(Vigie(3, 24), 3, 3)


def test_a_course_taken_up_again_ends_where_it_would_have_ended(tmp_path: Path) -> None:
    pool = Pool(read_pack(made_pack(tmp_path / "pack")).train)
    whole = walked(begin(), pool, 3)
    first = walked(begin(), pool, 2)
    save_course(first, tmp_path / "state.pt")
    second = begin()
    resume_course(second, tmp_path / "state.pt")
    assert second.step == 2
    walked(second, pool, 1)
    ours, theirs = whole.mean.state_dict(), second.mean.state_dict()
    assert all(torch.equal(ours[name], theirs[name]) for name in ours)
    assert [path.name for path in tmp_path.glob("state*")] == ["state.pt"]
