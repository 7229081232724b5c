"""Scenes are built once for all tests of the sample."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tools.sample import street
from tools.sample.scene import Scene, scenes


@pytest.fixture(scope="session")
def both() -> tuple[Scene, Scene]:
    street, yard, _ = scenes(7)
    return street, yard


@pytest.fixture(scope="session")
def empty_street() -> NDArray[np.uint8]:
    return street.background(np.random.default_rng(1))
