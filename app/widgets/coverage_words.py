"""Coverage in words: how much was looked at, what was not and why, and what nothing found means."""

from PySide6.QtCore import QCoreApplication

from app.times import duration, elapsed
from app.widgets import hit_words
from app.words import Words, visible
from vsa_core.domain.coverage import Coverage, Covered, Looked
from vsa_core.domain.moment import MICROSECONDS

Row = tuple[str, str, str, str, str]
"""Camera, fate, start, end and length of one stretch."""


def sentence(coverage: Coverage, words: Words) -> str:
    """How much was looked at of what was asked about, then every other fate with its length."""
    looked = QCoreApplication.translate("Coverage", "Looked at: {looked} of {asked}").format(
        looked=duration(coverage.microseconds(Looked.LOOKED)), asked=duration(coverage.asked)
    )
    fates = {stretch.looked for stretch in coverage.stretches} - {Looked.LOOKED}
    told = QCoreApplication.translate("Coverage", "{fate}: {length}")
    rest = (
        told.format(fate=words.name("cli.looked", fate), length=_lost(coverage, fate))
        for fate in Looked
        if fate in fates
    )
    between = QCoreApplication.translate("Coverage", "; ")
    return between.join((looked, *rest))


def nothing_found(coverage: Coverage) -> str:
    """What it means that nothing was found: never more than was looked at."""
    looked = coverage.microseconds(Looked.LOOKED)
    if coverage.complete:
        return QCoreApplication.translate(
            "Coverage", "No result in the time asked about; all of it was looked at."
        )
    if coverage.microseconds(Looked.CALM):
        told = QCoreApplication.translate("Coverage", "{missed} {still}")
        return told.format(missed=_missed(coverage), still=stillness())
    if not looked:
        return QCoreApplication.translate(
            "Coverage", "Nothing was looked at: not found does not mean absent."
        )
    if looked == coverage.asked:
        return QCoreApplication.translate(
            "Coverage", "No result in what was looked at; some files gave no picture."
        )
    return _missed(coverage)


def _missed(coverage: Coverage) -> str:
    """How much was looked at, and how much was not."""
    text = QCoreApplication.translate(
        "Coverage",
        "No result in {percent} % of the time asked about; {rest} were not looked at:"
        " not found does not mean absent.",
    )
    missed = coverage.asked - coverage.microseconds(Looked.LOOKED)
    return text.format(percent=share(coverage), rest=rounded_up(missed))


def stillness() -> str:
    """What it means that a stretch was judged still."""
    return QCoreApplication.translate(
        "Coverage",
        "Judged still: two key pictures, at most 2.5 s apart, show the same empty scene; what came"
        " and went between them was not seen.",
    )


def share(coverage: Coverage) -> int:
    """Per cent of the time asked about that was looked at, rounded down."""
    return coverage.microseconds(Looked.LOOKED) * 100 // max(coverage.asked, 1)


def rounded_up(microseconds: int) -> str:
    """A length that is never understated: hours and minutes, minutes and seconds, or seconds."""
    seconds = -(-microseconds // MICROSECONDS)
    minutes = -(-seconds // 60)
    if seconds < 60:
        return f"{seconds}\u00a0s"
    if seconds < 3600:
        rest = f"\u00a0{seconds % 60:02d}\u00a0s" if seconds % 60 else ""
        return f"{seconds // 60}\u00a0min{rest}"
    return f"{minutes // 60}\u00a0h\u00a0{minutes % 60:02d}\u00a0min"


def rows(coverage: Coverage, words: Words) -> tuple[Row, ...]:
    """Every stretch, what was not looked at first, then by camera and time."""
    ordered = sorted(
        coverage.stretches,
        key=lambda s: (s.looked is Looked.LOOKED, s.camera, not s.claimed, s.start, s.end),
    )
    return tuple(_row(stretch, words) for stretch in ordered)


def _row(stretch: Covered, words: Words) -> Row:
    start, end = (
        hit_words.at(at, words) if stretch.claimed else f"+{elapsed(at, words.language)}"
        for at in (stretch.start, stretch.end)
    )
    fate = words.name("cli.looked", stretch.looked)
    if stretch.level is not None:
        fate = f"{fate} ({words.name('cli.levels', stretch.level)})"
    return visible(stretch.camera), fate, start, end, duration(stretch.end - stretch.start)


def _lost(coverage: Coverage, fate: Looked) -> str:
    """The length with that fate; files without any length are counted instead."""
    length = coverage.microseconds(fate)
    if length:
        return duration(length)
    count = sum(stretch.looked is fate for stretch in coverage.stretches)
    return QCoreApplication.translate("Coverage", "files without a picture: {count}").format(
        count=count
    )
