"""The sliders of an answer in words: what each is called, and of which part it is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.state.tuning import Slid
from app.widgets.tuning_bar import Knob
from app.words import Words


def knobs(sliders: Sequence[Slid], words: Words) -> tuple[Knob, ...]:
    """The sliders with their titles; of several parts each says which it belongs to."""
    several = len({slid.node for slid in sliders}) > 1
    return tuple(
        Knob(
            slid.node,
            slid.setting.name,
            _title(slid, words, several=several),
            slid.unit,
            slid.setting.value,
            slid.setting.low,
            slid.setting.high,
        )
        for slid in sliders
    )


def _title(slid: Slid, words: Words, *, several: bool) -> str:
    name = words.name("kinds.setting", slid.setting.name)
    if not several or not slid.node:
        return name
    text = QCoreApplication.translate("TuningBar", "{number}. {kind}: {name}")
    kind = words.name("kinds.kind", slid.kind)
    return text.format(number=slid.node, kind=kind, name=name)
