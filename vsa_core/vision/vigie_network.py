"""The network of vigie, our own detector: MobileNetV2's features under a light head."""

import torch
from torch import Tensor, nn

STRIDES = (8, 16, 32)
"""Pixels of the input from one place to the next, on each scale."""

BINS = 16
"""A side's distance is a mean over 0 .. BINS - 1 strides (Li et al. 2020, distribution focal)."""

WIDTH = 96
"""Channels of the neck and the head."""

FRONT = (24, 48, 24)
"""Channels of our cheap replacement of MobileNetV2's first layers, at strides 2, 4 and 4."""

PLAN = ((6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2))
"""MobileNetV2 (Sandler et al. 2018): expansion, channels, repeats, first stride of its blocks."""

TAPS = (2, 9, 12)
"""Blocks whose output the neck reads, at strides 8, 16 and 32."""


class Conv(nn.Module):
    """Convolution with a bias, a norm while it is trained, and ReLU6 where it is `active`."""

    def __init__(
        self,
        into: int,
        out: int,
        kernel: int = 1,
        stride: int = 1,
        groups: int = 1,
        *,
        active: bool,
    ) -> None:
        """Channels in and out; the padding keeps the size but for the stride."""
        super().__init__()
        self.conv = nn.Conv2d(into, out, kernel, stride, kernel // 2, groups=groups)
        self.norm: nn.Module = nn.Identity()
        self.act = nn.ReLU6() if active else nn.Identity()

    def forward(self, planes: Tensor) -> Tensor:
        """(b, into, h, w) to (b, out, h / stride, w / stride)."""
        said: Tensor = self.act(self.norm(self.conv(planes)))
        return said


class Inverted(nn.Module):
    """Inverted residual block of MobileNetV2: widen, look around, narrow."""

    def __init__(self, into: int, out: int, stride: int, widening: int) -> None:
        """The block adds its input where the shapes allow it."""
        super().__init__()
        wide = into * widening
        self.adds = stride == 1 and into == out
        steps: list[nn.Module] = [] if widening == 1 else [Conv(into, wide, active=True)]
        steps.append(Conv(wide, wide, 3, stride, wide, active=True))
        self.steps = nn.Sequential(*steps, Conv(wide, out, active=False))

    def forward(self, planes: Tensor) -> Tensor:
        """(b, into, h, w) to (b, out, h / stride, w / stride)."""
        said: Tensor = self.steps(planes)
        return planes + said if self.adds else said


def separable(into: int, out: int, stride: int = 1, kernel: int = 3) -> nn.Sequential:
    """Look around in each channel, then mix the channels."""
    return nn.Sequential(
        Conv(into, into, kernel, stride, into, active=False), Conv(into, out, active=True)
    )


class Features(nn.Module):
    """MobileNetV2 without its last, widest layers."""

    def __init__(self) -> None:
        """Random weights."""
        super().__init__()
        fine, wide, into = FRONT
        self.front = nn.Sequential(
            Conv(3, fine, 3, 2, active=True),
            Conv(fine, wide, 3, 2, active=True),
            Conv(wide, into, active=False),
            Inverted(into, into, 1, 2),
        )
        blocks: list[nn.Module] = []
        for widening, out, repeats, stride in PLAN:
            for turn in range(repeats):
                blocks.append(Inverted(into, out, stride if turn == 0 else 1, widening))
                into = out
        self.blocks = nn.ModuleList(blocks)

    def forward(self, planes: Tensor) -> list[Tensor]:
        """(b, 3, h, w) RGB from 0 to 1, to maps at strides 8, 16 and 32."""
        taken = []
        planes = self.front(planes)
        for number, block in enumerate(self.blocks):
            planes = block(planes)
            if number in TAPS:
                taken.append(planes)
        return taken


class Neck(nn.Module):
    """Carries what the deep maps know down to the fine ones, and back up (PAN, Liu et al. 2018)."""

    def __init__(self, channels: tuple[int, ...], width: int) -> None:
        """`channels` of the maps read, fine to coarse."""
        super().__init__()
        self.laterals = nn.ModuleList(Conv(into, width, active=True) for into in channels)
        self.deep = nn.Sequential(*(separable(width, width, kernel=5) for _ in range(2)))
        self.down = nn.ModuleList(separable(width, width) for _ in range(2))
        self.fewer = nn.ModuleList(separable(width, width, 2) for _ in range(2))
        self.up = nn.ModuleList(separable(width, width) for _ in range(2))

    def forward(self, maps: list[Tensor]) -> list[Tensor]:
        """Three maps, fine to coarse, of `width` channels each."""
        fine, middle, deep = (
            lateral(map_) for lateral, map_ in zip(self.laterals, maps, strict=True)
        )
        deep = deep + self.deep(deep)
        middle = middle + nn.functional.interpolate(deep, scale_factor=2.0)
        middle = middle + self.down[0](middle)
        fine = fine + nn.functional.interpolate(middle, scale_factor=2.0)
        fine = fine + self.down[1](fine)
        middle = self.up[0](middle + self.fewer[0](fine))
        deep = self.up[1](deep + self.fewer[1](middle))
        return [fine, middle, deep]


class Head(nn.Module):
    """What stands at each place of one scale: class logits and the distances of four sides."""

    def __init__(self, width: int, classes: int) -> None:
        """Class logits start near a score of 0.01."""
        super().__init__()
        self.names = nn.Sequential(separable(width, width), separable(width, width))
        self.sides = nn.Sequential(
            separable(width, width // 3 * 2), separable(width // 3 * 2, width // 3 * 2)
        )
        self.name = nn.Conv2d(width, classes, 1)
        self.side = nn.Conv2d(width // 3 * 2, 4 * BINS, 1)
        nn.init.constant_(self.name.bias, -4.6)  # type: ignore[arg-type]

    def forward(self, planes: Tensor) -> Tensor:
        """(b, width, h, w) to (b, 4 * BINS + classes, h * w)."""
        both = [self.side(self.sides(planes)), self.name(self.names(planes))]
        return torch.cat([said.flatten(2) for said in both], 1)


class Vigie(nn.Module):
    """From a letterboxed picture to boxes and class scores at every place of three scales."""

    bins: Tensor

    def __init__(self, classes: int, width: int = WIDTH) -> None:
        """Random weights; `classes` names are told apart."""
        super().__init__()
        self.width = width
        self.features = Features()
        self.neck = Neck((32, 96, 160), width)
        self.heads = nn.ModuleList(Head(width, classes) for _ in STRIDES)
        self.register_buffer("bins", torch.arange(BINS).float(), persistent=False)

    def logits(self, pictures: Tensor) -> Tensor:
        """(b, 3, h, w) RGB from 0 to 1 to (b, 4 * BINS + classes, n), fine scale first."""
        maps = self.neck(self.features(pictures))
        return torch.cat([head(map_) for head, map_ in zip(self.heads, maps, strict=True)], 2)

    def forward(self, pictures: Tensor) -> Tensor:
        """(b, 4 + classes, n): centres, sizes (pixels of the input) and class scores."""
        said = self.logits(pictures)
        middles, strides = places(pictures.shape[2], pictures.shape[3])
        shares = said[:, : 4 * BINS].reshape(said.shape[0], 4, BINS, -1).softmax(2)
        sides = (shares * self.bins.view(1, 1, BINS, 1)).sum(2) * strides
        low, high = middles.T - sides[:, :2], middles.T + sides[:, 2:]
        return torch.cat([(low + high) / 2, high - low, said[:, 4 * BINS :].sigmoid()], 1)


def places(height: int, width: int) -> tuple[Tensor, Tensor]:
    """(n, 2) middles (x, y) of all places of an input, in its pixels, and (n,) their strides."""
    middles, strides = [], []
    for stride in STRIDES:
        down = (torch.arange(height // stride) + 0.5) * stride
        along = (torch.arange(width // stride) + 0.5) * stride
        grid = torch.stack(torch.meshgrid(down, along, indexing="ij"), 2)
        middles.append(grid.flip(2).reshape(-1, 2))
        strides.append(torch.full(((height // stride) * (width // stride),), float(stride)))
    return torch.cat(middles), torch.cat(strides)
