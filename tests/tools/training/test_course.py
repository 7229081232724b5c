from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from tests.tools.training.packs import made_pack
from tools.training import course as courses
from tools.training.course import LAST, WARMING, Diet, Pool, Skipping, advanced, begun, half, rate
from tools.training.pack import PackFault, read_pack
from tools.training.pair import Pair
from tools.training.views import View
from vsa_core.vision.vigie_network import Conv, Vigie

STEPS = 12
SMALL = Diet(32, 2, 0.5)


def small(seed: int = 1) -> Vigie:
    torch.manual_seed(seed)
    return Vigie(3, 24)


def test_the_loss_falls_on_a_batch_seen_again_and_again(tmp_path: Path) -> None:
    pool = Pool(read_pack(made_pack(tmp_path)).train)
    course = begun(small(), STEPS, 1)
    views = [pool.view(np.random.default_rng(number), 64, 0.5) for number in range(4)]
    lost = []
    for _ in range(STEPS):
        course.tuner.zero_grad()
        value, _ = courses.learned(course.network, views)
        value.backward()
        course.tuner.step()
        lost.append(float(value.detach()))
    assert lost[-1] < 0.9 * lost[0]


def test_a_course_is_the_same_each_time_it_is_run(tmp_path: Path) -> None:
    pool = Pool(read_pack(made_pack(tmp_path)).train)
    ends = []
    for _ in range(2):
        course = begun(small(), STEPS, 5)
        pair = Pair(course.network, half(course, pool, SMALL, SMALL))
        for _ in range(2):
            advanced(course, pair)
        pair.close()
        ends.append([weight.clone() for weight in course.network.parameters()])
    assert course.step == 2
    assert course.parts[0] > 0
    assert all(torch.equal(a, b) for a, b in zip(*ends, strict=True))


def test_the_running_mean_follows_the_weights(tmp_path: Path) -> None:
    pool = Pool(read_pack(made_pack(tmp_path)).train)
    course = begun(small(), STEPS, 1)
    before = course.mean.neck.laterals[0].conv.weight.clone()
    pair = Pair(course.network, half(course, pool, SMALL, SMALL))
    for _ in range(3):
        advanced(course, pair)
    pair.close()
    after = course.mean.neck.laterals[0].conv.weight
    assert not torch.equal(before, after)
    assert not course.mean.training


def test_the_rate_rises_and_then_falls_to_its_last() -> None:
    rates = [rate(step, 1000) for step in range(1000)]
    assert max(rates) == pytest.approx(1, abs=0.01)
    assert rates.index(max(rates)) in range(WARMING - 1, WARMING + 1)
    assert rates[-1] == pytest.approx(LAST, abs=1e-3)
    assert rates[0] < 0.01


def test_every_second_answer_of_stride_one_is_stride_two() -> None:
    torch.manual_seed(1)
    for kernel in (3, 5):
        conv = nn.Conv2d(4, 4, kernel, 2, kernel // 2, groups=4)
        planes = torch.rand(1, 4, 8, 10)
        assert torch.allclose(Skipping.instead_of(conv)(planes), conv(planes), atol=1e-6)


def test_only_what_was_not_learned_before_gets_norms() -> None:
    network = begun(small(), STEPS, 1).network
    kinds = {
        part: {type(conv.norm) for conv in module.modules() if isinstance(conv, Conv)}
        for part, module in network.named_children()
    }
    assert kinds["features"] == {nn.Identity}
    assert kinds["neck"] == kinds["heads"] == {nn.BatchNorm2d}


def test_a_picture_missing_from_the_pack_stops_the_course(tmp_path: Path) -> None:
    pack = read_pack(made_pack(tmp_path))
    pack.train[0].path.unlink()
    with pytest.raises(PackFault):
        Pool(pack.train)


def test_the_last_steps_see_larger_views(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(read_pack(made_pack(tmp_path)).train)
    course, seen = begun(small(), 10, 1), []
    take = pool.view

    def view(choice: np.random.Generator, side: int, mosaics: float) -> View:
        seen.append(side)
        return take(choice, side, mosaics)

    monkeypatch.setattr(pool, "view", view)
    found = half(course, pool, Diet(32, 2, 0.5), Diet(64, 1, 0.0))
    for step in (7, 8):
        found(step, 0)
    assert seen == [32, 32, 64]
