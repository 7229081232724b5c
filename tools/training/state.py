"""Keeps a training under way in a file, and takes it up again."""

from pathlib import Path

import torch

from tools.training.course import Course


def save_course(course: Course, path: Path) -> None:
    """Everything needed to go on; the file appears whole or not at all."""
    state = {
        "network": course.network.state_dict(),
        "mean": course.mean.state_dict(),
        "tuner": course.tuner.state_dict(),
        "step": course.step,
    }
    new = path.with_suffix(".new")
    torch.save(state, new)
    new.replace(path)


def resume_course(course: Course, path: Path) -> None:
    """Go on where the file was saved."""
    state = torch.load(path, weights_only=True)
    course.network.load_state_dict(state["network"])
    course.mean.load_state_dict(state["mean"])
    course.tuner.load_state_dict(state["tuner"])
    course.step = state["step"]
