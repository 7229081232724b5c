"""Makes a picture look as recorders make them look: night, infrared, blur, noise, compression."""

import cv2
import numpy as np

from tools.training.pack import Pixels

Choice = np.random.Generator


def worn(pixels: Pixels, choice: Choice) -> Pixels:
    """The same picture, (h, w, 3) BGR, by another camera at another hour."""
    if choice.random() < 0.75:
        pixels = _lit(pixels, choice)
    if choice.random() < 0.22:
        pixels = infrared(pixels)
    if choice.random() < 0.15:
        pixels = _blurred(pixels, choice)
    if choice.random() < 0.25:
        pixels = coarse(pixels, float(choice.uniform(0.4, 0.8)))
    if choice.random() < 0.2:
        pixels = _noisy(pixels, choice)
    if choice.random() < 0.3:
        pixels = compressed(pixels, int(choice.integers(15, 70)))
    return pixels


def infrared(pixels: Pixels) -> Pixels:
    """Grey in all three channels."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    return np.asarray(cv2.merge([grey, grey, grey]), np.uint8)


def coarse(pixels: Pixels, share: float) -> Pixels:
    """Shrunk to `share` of its sides and enlarged again."""
    height, width = pixels.shape[:2]
    small = (max(1, int(width * share)), max(1, int(height * share)))
    less = cv2.resize(pixels, small, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(less, (width, height)), np.uint8)


def compressed(pixels: Pixels, quality: int) -> Pixels:
    """As JPEG of that quality leaves it: blocks, as a recorder's own codec makes them."""
    _, held = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(held, cv2.IMREAD_COLOR), np.uint8)


def _noisy(pixels: Pixels, choice: Choice) -> Pixels:
    noise = np.empty(pixels.shape, np.int16)
    spread = float(choice.uniform(2, 14))
    cv2.setRNGSeed(int(choice.integers(1 << 31)))
    cv2.randn(noise, np.zeros(3), np.full(3, spread))
    return np.asarray(cv2.add(pixels, noise, dtype=cv2.CV_8U), np.uint8)


def _lit(pixels: Pixels, choice: Choice) -> Pixels:
    """Brightness, contrast and colour by one table for each channel; sometimes night."""
    night = choice.random() < 0.15
    gamma = float(np.exp(choice.uniform(0.4, 1.1) if night else choice.normal(0, 0.3)))
    gain = choice.uniform(0.8, 1.2) * choice.uniform(0.93, 1.07, 3)
    level = np.linspace(0, 1, 256)[:, None] ** gamma
    contrast = choice.uniform(0.7, 1.25)
    table = ((level - 0.45) * contrast + 0.45) * gain + choice.uniform(-0.08, 0.08)
    held = (np.clip(table, 0, 1) * 255).astype(np.uint8).reshape(1, 256, 3)
    lit = cv2.LUT(pixels, held)
    if choice.random() < 0.5:
        lit = cv2.addWeighted(
            lit,
            share := float(choice.uniform(0.4, 1.3)),
            infrared(np.asarray(lit, np.uint8)),
            1 - share,
            0,
        )
    return np.asarray(lit, np.uint8)


def _blurred(pixels: Pixels, choice: Choice) -> Pixels:
    if choice.random() < 0.5:
        return np.asarray(
            cv2.GaussianBlur(pixels, (0, 0), float(choice.uniform(0.5, 1.6))), np.uint8
        )
    length = int(choice.integers(3, 8))
    kernel = np.full((1, length), 1 / length, np.float32)  # a fast camera or a fast person
    return np.asarray(cv2.filter2D(pixels, -1, kernel), np.uint8)
