import numpy as np

from tests.vision.scenes import ground, shot, with_patch
from vsa_core.vision.background import LEAST_NOISE, learn, sampled, softened

GROUND = ground()


def test_the_scene_is_learnt_under_traffic_and_changing_exposure() -> None:
    film = [
        shot(with_patch(GROUND, (8 * k, 60, 8 * k + 60, 120), 30 + 5 * k), k, 1 + 0.01 * k, k % 7)
        for k in range(36)
    ]
    learnt = learn(film)
    one = learnt.level - softened(np.clip(GROUND * 1.18 + 3, 0, 255).astype(np.uint8))
    assert np.abs(one - np.median(one)).mean() < 3


def test_noise_is_that_of_the_scene_not_of_what_passes() -> None:
    rng = np.random.default_rng(2)
    film = [shot(with_patch(GROUND, (0, 60, 320, 120), 20 + 200 * (k % 2)), k) for k in range(10)]
    film += [shot(GROUND, 50 + k) for k in range(30)]
    flicker = [np.clip(one + rng.normal(0, 5, one.shape), 0, 255).astype(np.uint8) for one in film]
    assert np.median(learn(film).noise[70:110]) < 2 * LEAST_NOISE
    assert np.median(learn(flicker).noise) > np.median(learn(film).noise) * 1.2


def test_one_picture_is_a_background() -> None:
    learnt = learn([shot(GROUND, 1)])
    assert learnt.level.shape == learnt.noise.shape == GROUND.shape
    assert (learnt.noise >= LEAST_NOISE * 0.999).all()


def test_samples_lie_on_a_grid() -> None:
    assert sampled(GROUND).shape == (36 * 64,)
    assert sampled(np.zeros((1, 1), np.float32)).shape == (0,)
