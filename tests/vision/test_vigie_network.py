import torch
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.vision.vigie_network import BINS, STRIDES, Vigie, places


def made() -> Vigie:
    torch.manual_seed(1)
    return Vigie(3).eval()


def test_every_place_of_three_scales_says_a_box_and_scores() -> None:
    with torch.no_grad():
        said = made()(torch.rand(1, 3, 64, 96))
    assert said.shape == (1, 7, 96 + 24 + 6)
    assert (said[:, 2:4] >= 0).all()
    assert ((said[:, 4:] > 0) & (said[:, 4:] < 1)).all()


def test_an_untaught_network_is_sure_of_nothing() -> None:
    with torch.no_grad():
        assert made()(torch.zeros(1, 3, 64, 64))[:, 4:].max() < 0.1


def test_sides_of_three_and_five_strides_make_a_box_around_the_place() -> None:
    network = made()
    for head in network.heads:
        head.side.weight.data.zero_()
        bias = torch.full((4, BINS), -50.0)
        for side, far in enumerate((3, 5, 3, 5)):
            bias[side, far] = 50.0
        head.side.bias.data.copy_(bias.flatten())
    with torch.no_grad():
        said = network(torch.rand(1, 3, 64, 64))[0]
    middles, strides = places(64, 64)
    assert torch.allclose(said[:2], middles.T, atol=1e-3)
    assert torch.allclose(said[2], 6 * strides, atol=1e-2)
    assert torch.allclose(said[3], 10 * strides, atol=1e-2)


@given(st.integers(1, 6), st.integers(1, 6))
def test_places_lie_in_the_middle_of_their_own_squares(down: int, along: int) -> None:
    height, width = 32 * down, 32 * along
    middles, strides = places(height, width)
    assert len(middles) == sum(height * width // stride**2 for stride in STRIDES)
    assert torch.equal(middles % strides[:, None], strides[:, None].expand(-1, 2) / 2)
    assert (middles < torch.tensor([width, height])).all()
    assert (middles > 0).all()


def test_what_is_seen_moves_with_the_picture() -> None:
    network, picture = made(), torch.zeros(1, 3, 64, 160)
    picture[..., 20:44, 20:44] = 1.0
    moved = picture.roll(32, 3)
    with torch.no_grad():
        first, second = (network(one)[0, 4, : 8 * 20].view(8, 20) for one in (picture, moved))
    assert torch.allclose(first[:, 4:8], second[:, 8:12], atol=5e-3)
