"""Two processes that find the gradient of one step together, each on its own half of the views."""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection

import torch
from torch import Tensor, nn

Half = Callable[[int, int], Tensor]
"""Number of the step and of the half: finds the half's gradient, and says the parts of its loss."""


class Pair:
    """This process and a helper, forked from it, whose weights lie in shared memory.

    One core's worth of work each: on a busy machine two processes that meet
    once a step lose far less time than threads that meet in every layer.
    """

    def __init__(self, network: nn.Module, half: Half) -> None:
        """The helper begins at once, and waits."""
        network.share_memory()
        self._half = half
        self._weights = list(network.parameters())
        self._theirs = [_shared(weight) for weight in self._weights]
        fork = get_context("fork")
        self._line, other = fork.Pipe()
        own_buffers(network)  # each process keeps its own norms' statistics; ours are the ones kept
        self._helper = fork.Process(target=self._help, args=(other,), daemon=True)
        self._helper.start()
        other.close()  # or a helper that died would be waited for

    def gradient(self, step: int) -> Tensor:
        """Leave the mean gradient of both halves in the weights; (k,) mean parts of the loss."""
        self._line.send(step)
        for weight in self._weights:
            weight.grad = None
        ours = self._half(step, 0)
        theirs: Tensor = torch.tensor(self._line.recv())
        for weight, other in zip(self._weights, self._theirs, strict=True):
            if weight.grad is not None:
                weight.grad.add_(other).mul_(0.5)
        return (ours + theirs) / 2

    def close(self) -> None:
        """Let the helper go."""
        self._line.send(None)
        self._helper.join(10)

    def _help(self, line: Connection) -> None:
        self._line.close()
        while (step := line.recv()) is not None:
            for weight in self._weights:
                weight.grad = None
            parts = self._half(step, 1)
            for weight, shared in zip(self._weights, self._theirs, strict=True):
                if weight.grad is not None:
                    shared.copy_(weight.grad)
            line.send(parts.tolist())


def _shared(weight: Tensor) -> Tensor:
    held: Tensor = torch.zeros_like(weight).share_memory_()  # type: ignore[no-untyped-call]
    return held


def own_buffers(network: nn.Module) -> None:
    """Take the buffers (not the weights) of a network out of shared memory."""
    for module in network.modules():
        for name, held in list(module.named_buffers(recurse=False)):
            setattr(module, name, held.clone())
