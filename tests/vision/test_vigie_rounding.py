import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from vsa_core.errors import Refused
from vsa_core.vision.vigie_network import Vigie
from vsa_core.vision.vigie_rounding import FARTHEST, STEPS, Rounded, convolutions, rounded

WIDE = (-8.0, 8.0)


def network() -> Vigie:
    """A network with made-up weights, always the same."""
    torch.manual_seed(1)
    return Vigie(3).eval().requires_grad_(False)


def test_every_convolution_is_rounded_and_has_its_place() -> None:
    before = [name for name, _ in convolutions(network())]
    made = rounded(network(), [WIDE] * len(before))
    assert [name.removesuffix(".conv") for name, _ in convolutions(made)] == before
    assert sum(isinstance(module, Rounded) for module in made.modules()) == len(before)


def test_with_fine_steps_the_network_says_nearly_the_same() -> None:
    picture = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(1))
    exact = network()(picture)
    made = rounded(network(), [WIDE] * len(convolutions(network())))
    assert not torch.equal(made(picture), exact)
    assert (made(picture)[:, 4:] - exact[:, 4:]).abs().max() < 0.01


def test_a_range_for_each_convolution_or_none_at_all() -> None:
    with pytest.raises(Refused) as said:
        rounded(network(), [WIDE])
    assert said.value.code == "MOD-007"


@settings(max_examples=30, deadline=None)
@given(
    st.floats(-20, 0),
    st.floats(0.5, 20),
    st.integers(0, 2**31 - 1),
    st.sampled_from([(1, 1, 1), (3, 1, 1), (3, 2, 1), (5, 1, 6)]),
)
def test_rounding_errs_by_half_a_step_of_each_product_at_most(
    low: float, high: float, seed: int, form: tuple[int, int, int]
) -> None:
    kernel, stride, groups = form
    chance = torch.Generator().manual_seed(seed)
    conv = nn.Conv2d(6, 6, kernel, stride, kernel // 2, groups=groups).requires_grad_(False)
    conv.weight.copy_(torch.randn(conv.weight.shape, generator=chance))
    planes = torch.rand(1, 6, 8, 8, generator=chance) * (high - low) + low
    said, exact = Rounded(conv, (low, high))(planes), conv(planes)
    assert said.shape == exact.shape
    step = (high - low) / STEPS
    length = conv.weight.abs().amax((1, 2, 3))
    fine = length / FARTHEST
    terms = conv.weight[0].numel()
    # One step, for nought itself is moved to a step; half a step of each weight.
    bound = terms * (step * (length + fine) + fine / 2 * max(-low, high))
    assert ((said - exact).abs() <= bound.view(1, -1, 1, 1) + 1e-4).all()


def test_the_sum_of_two_products_never_leaves_sixteen_bits() -> None:
    assert 2 * STEPS * FARTHEST < 2**15
