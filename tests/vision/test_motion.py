from collections.abc import Iterator
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vision.scenes import HEIGHT, WIDTH, fractions, ground, overlap, shot, with_patch
from vsa_core.domain.ports import Motion, Picture
from vsa_core.vision.motion import SceneMotion

GROUND = ground()


def learnt(pictures: list[Picture]) -> SceneMotion:
    motion = SceneMotion()
    motion.prepare(pictures)
    return motion


def passing(step: int) -> tuple[int, int, int, int]:
    """A person-sized box that crosses the scene in 40 steps."""
    left = 8 * step - 20
    return (left, 60, left + 18, 110)


def test_it_is_a_motion_port() -> None:
    motion: Motion = SceneMotion()
    assert motion.regions(shot(GROUND, 0)).shape == (0, 4)


def test_what_passes_is_one_region_and_a_quiet_scene_has_none() -> None:
    film = [shot(with_patch(GROUND, passing(step), 45), step) for step in range(40)]
    quiet = [shot(GROUND, 100 + step) for step in range(20)]
    motion = learnt([*film[::2], *quiet[::2]])
    for step in range(4, 36):
        regions = motion.regions(film[step])
        assert len(regions) == 1, step
        assert overlap(fractions(passing(step)), regions[0]) > 0.7
    assert [len(motion.regions(picture)) for picture in quiet] == [0] * 20


def test_who_waits_most_of_the_time_is_not_taken_for_the_scene() -> None:
    spot = (150, 50, 175, 130)
    visits = [with_patch(GROUND, spot, level, int(level)) for level in (30, 70, 160, 215)]
    film = []
    for number, visit in enumerate(visits):
        film += [shot(GROUND, 1000 * number + k) for k in range(3)]
        film += [shot(visit, 1000 * number + 10 + k) for k in range(9)]
    motion = learnt(film)
    found = [motion.regions(picture) for picture in film]
    for number, regions in enumerate(found):
        waiting = number % 12 >= 3
        assert len(regions) == int(waiting), number
        if waiting:
            assert overlap(fractions(spot), regions[0]) > 0.6


@settings(max_examples=15)
@given(st.floats(0.65, 1.5), st.floats(-25, 25))
def test_exposure_changes_neither_make_nor_hide_a_region(gain: float, offset: float) -> None:
    motion = learnt([shot(GROUND, k) for k in range(12)])
    assert len(motion.regions(shot(GROUND, 50, gain, offset))) == 0
    box = passing(20)
    regions = motion.regions(shot(with_patch(GROUND, box, 30), 51, gain, offset))
    assert len(regions) == 1
    assert overlap(fractions(box), regions[0]) > 0.6


def test_the_light_that_goes_slowly_over_one_half_is_followed() -> None:
    shade = np.ones_like(GROUND)
    motion = learnt([shot(GROUND, k) for k in range(12)])
    for step in range(200):
        shade[:, : WIDTH // 2] = 1 - 0.0015 * step
        assert len(motion.regions(shot(GROUND * shade, 100 + step))) == 0, step


def test_a_change_of_the_whole_scene_is_no_mover() -> None:
    motion = learnt([shot(GROUND, k) for k in range(12)])
    assert len(motion.regions(shot(ground(seed=9), 1))) == 0
    assert len(motion.regions(shot(GROUND, 99))) == 0


def test_a_thing_that_stops_stays_a_region_to_the_end() -> None:
    spot = (200, 90, 250, 130)
    parked = with_patch(GROUND, spot, 200)
    film = [shot(GROUND, k) for k in range(30)] + [shot(parked, 30 + k) for k in range(50)]
    motion = learnt(film[::2])
    found = [motion.regions(picture) for picture in film]
    assert [len(regions) for regions in found] == [0] * 30 + [1] * 50
    assert overlap(fractions(spot), found[-1][0]) > 0.7


def test_a_thing_taken_away_is_a_region_until_then() -> None:
    spot = (200, 90, 250, 130)
    film = [shot(with_patch(GROUND, spot, 230), k) for k in range(50)]
    film += [shot(GROUND, 50 + k) for k in range(30)]
    motion = learnt(film[::2])
    found = [len(motion.regions(picture)) for picture in film]
    assert found == [1] * 50 + [0] * 30


def test_a_soft_shadow_is_left_out_of_the_region() -> None:
    box, shadow = (150, 60, 170, 120), (170, 95, 240, 125)
    shade = np.ones_like(GROUND)
    shade[shadow[1] : shadow[3], shadow[0] : shadow[2]] = 0.8
    shade = cv2.GaussianBlur(shade, (0, 0), 6)
    motion = learnt([shot(GROUND, k) for k in range(12)])
    regions = motion.regions(shot(with_patch(GROUND * shade, box, 40), 60))
    assert overlap(fractions(box), regions[0]) > 0.6


def test_a_camera_that_sways_in_the_wind_sees_one_region_in_its_place() -> None:
    rng = np.random.default_rng(6)
    sway = rng.integers(-3, 4, (60, 2))
    film = [
        shot(np.roll(with_patch(GROUND, passing(step % 40), 45), tuple(by), axis=(0, 1)), step)
        for step, by in enumerate(sway)
    ]
    motion = learnt(film[::2])
    for step in range(5, 35):
        regions = motion.regions(film[step])
        y, x = sway[step]
        left, top, right, bottom = passing(step)
        assert len(regions) == 1, step
        assert overlap(fractions((left + x, top + y, right + x, bottom + y)), regions[0]) > 0.6


def test_a_thing_in_two_halves_is_one_region_and_two_people_are_two() -> None:
    belt = with_patch(with_patch(GROUND, (100, 40, 120, 78), 40), (101, 82, 119, 130), 45)
    couple = with_patch(with_patch(GROUND, (200, 50, 216, 100), 40), (222, 50, 238, 100), 45)
    motion = learnt([shot(GROUND, k) for k in range(12)])
    assert len(motion.regions(shot(belt, 70))) == 1
    assert len(motion.regions(shot(couple, 71))) == 2


def test_the_same_pictures_give_the_same_bytes() -> None:
    film = [shot(with_patch(GROUND, passing(step), 45), step) for step in range(30)]
    first, second = learnt(film[::3]), learnt(film[::3])
    for picture in film:
        assert first.moved(picture) == second.moved(picture)
        assert first.regions(picture).tobytes() == second.regions(picture).tobytes()


def test_the_gate_opens_for_a_mover_and_closes_for_an_empty_scene() -> None:
    motion = learnt([shot(GROUND, k) for k in range(12)])
    assert motion.moved(shot(GROUND, 20))
    assert not any(motion.moved(shot(GROUND, 21 + k)) for k in range(10))
    assert motion.moved(shot(with_patch(GROUND, passing(20), 45), 40))


HOSTILE = [
    np.zeros((HEIGHT, WIDTH), np.uint8),
    np.full((HEIGHT, WIDTH), 255, np.uint8),
    np.random.default_rng(3).integers(0, 256, (HEIGHT, WIDTH), np.uint8),
    np.zeros((1, 1), np.uint8),
    np.zeros((2, 320), np.uint8),
    np.random.default_rng(4).integers(0, 256, (90, 121), np.uint8),
]


@pytest.mark.parametrize("one", HOSTILE, ids=range(len(HOSTILE)))
def test_any_picture_is_survived(one: Picture) -> None:
    usual = [shot(GROUND, k) for k in range(6)]
    for scene in (usual, [one], [*usual, one], []):
        motion = learnt(scene)
        for picture in (one, usual[0], one):
            regions = motion.regions(picture)
            assert len(regions) <= 64
            assert np.isfinite(regions).all()
            assert ((regions >= 0) & (regions <= 1)).all()
            assert motion.moved(picture) in (True, False)


def test_its_name_and_digest_go_into_the_pedigree() -> None:
    motion = SceneMotion()
    assert motion.name == "motion 1"
    assert len(motion.digest) == 64


def lumas(path: Path, every: float) -> Iterator[tuple[float, Picture]]:
    """(seconds, luma 320 wide) of a film, one picture every so many seconds."""
    with av.open(str(path)) as film:
        due = -1.0
        for frame in film.decode(video=0):
            at = float(frame.pts * frame.time_base)
            if at >= due - 1e-3:
                due = at + every
                height = round(frame.height * 320 / frame.width)
                yield at, frame.reformat(width=320, height=height, format="gray").to_ndarray()


@pytest.mark.footage
def test_six_visitors_are_one_region_each_through_changes_of_exposure(footage_dir: Path) -> None:
    film = list(lumas(footage_dir / "people" / "one-by-one-person-detection.mp4", 0.4))
    motion = learnt([picture for _, picture in film[::7]])
    found = [(at, motion.regions(picture)) for at, picture in film]
    visits = [(6.1, 19.7), (22.7, 44.8), (50.2, 69.9), (74.5, 86.8), (92.2, 120.4), (123.4, 136.0)]
    inside = [len(r) for at, r in found if any(a + 1.5 < at < b - 1.5 for a, b in visits)]
    outside = [r for at, r in found if not any(a - 0.5 < at < b + 0.9 for a, b in visits)]
    assert np.mean(np.array(inside) == 1) > 0.9
    assert min(inside) >= 1
    assert (
        sum(float((r[:, 2:] - r[:, :2]).prod(axis=1).sum()) for r in outside) / len(outside) < 0.01
    )


@pytest.mark.footage
def test_cars_are_one_region_each_while_they_darken_the_picture(footage_dir: Path) -> None:
    film = list(lumas(footage_dir / "traffic" / "car-detection.mp4", 0.25))
    motion = learnt([picture for _, picture in film[::2]])
    large = []
    for at, picture in film:
        regions = motion.regions(picture)
        sides = regions[:, 2:] - regions[:, :2]
        large.append((at, int((sides.prod(axis=1) > 0.02).sum())))
    assert {n for at, n in large if 5.5 <= at <= 8} == {1}
    assert {n for at, n in large if 9.5 < at < 14 or 20 < at < 24.5} == {0}
    assert {n for at, n in large if 16 <= at <= 17.2} == {2}


@pytest.mark.footage
def test_a_bag_is_a_region_from_when_it_is_put_down(footage_dir: Path) -> None:
    film = list(lumas(footage_dir / "left_object" / "video4.avi", 0.4))
    motion = learnt([picture for _, picture in film[::2]])
    bag = (0.63, 0.76, 0.71, 0.87)
    held = [
        (at, any(overlap(region, bag) > 0.4 for region in motion.regions(picture)))
        for at, picture in film
    ]
    assert not any(there for at, there in held if at < 12.5)
    assert np.mean([there for at, there in held if at > 24]) > 0.9


@pytest.mark.footage
def test_who_stands_and_then_lies_to_the_end_is_seen_in_both_places(footage_dir: Path) -> None:
    film = list(lumas(footage_dir / "falls" / "subject2_fall_13.mp4", 0.2))
    motion = learnt([picture for _, picture in film])
    largest = [(at, regions[0]) for at, p in film if len(regions := motion.regions(p))]
    tall = [box for at, box in largest if 1.4 < at < 2.4]
    flat = [box for at, box in largest if at > 6]
    assert all((b[3] - b[1]) * 240 > 1.3 * (b[2] - b[0]) * 320 for b in tall)
    assert all((b[2] - b[0]) * 320 > 1.5 * (b[3] - b[1]) * 240 for b in flat)
    assert len(tall) >= 4
    assert len(flat) >= 10
