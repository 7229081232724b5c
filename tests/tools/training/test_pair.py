import pytest
import torch
from torch import Tensor, nn

from tools.training.pair import Pair, own_buffers


def test_the_gradient_is_the_mean_of_both_halves() -> None:
    network = nn.Linear(1, 1)

    def half(step: int, number: int) -> Tensor:
        (network.weight * (step + 10 * number)).sum().backward()
        return torch.tensor([float(step), float(number)])

    pair = Pair(network, half)
    for step in (1, 3):
        parts = pair.gradient(step)
        assert network.weight.grad is not None
        assert network.weight.grad.item() == step + 5
        assert parts.tolist() == [step, 0.5]
    pair.close()


def test_the_helper_sees_what_was_learned_since() -> None:
    network = nn.Linear(1, 1)

    def half(step: int, number: int) -> Tensor:
        network.weight.square().sum().backward()
        return network.weight.detach()[0].clone()

    pair = Pair(network, half)
    with torch.no_grad():
        network.weight.fill_(7.0)
    assert pair.gradient(0).tolist() == [7]
    assert network.weight.grad is not None
    assert network.weight.grad.item() == 14
    pair.close()


def test_buffers_are_taken_out_of_shared_memory_and_weights_are_not() -> None:
    network = nn.BatchNorm2d(2)
    network.share_memory()
    own_buffers(network)
    assert network.running_mean is not None
    assert not network.running_mean.is_shared()
    assert network.weight.is_shared()


def test_a_helper_that_fails_is_not_waited_for() -> None:
    def half(step: int, number: int) -> Tensor:
        if number:
            raise SystemExit
        return torch.zeros(1)

    with pytest.raises(EOFError):
        Pair(nn.Linear(1, 1), half).gradient(0)
