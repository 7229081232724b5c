"""An admitted file in words: what state it is in and why, how long, how much was looked at."""

from PySide6.QtCore import QCoreApplication

from app.state.lanes import Fate
from app.state.looks import LOOKED, Shares, looked
from app.times import duration, elapsed
from app.widgets import hit_words
from app.words import Words, visible
from vsa_core.domain.footage import Footage, FootageState
from vsa_core.domain.moment import MICROSECONDS, ClockClaim

translate = QCoreApplication.translate

LOOKS = {
    FootageState.READABLE: ("check", "good"),
    FootageState.RECONSTRUCTED: ("clock", "warning"),
    FootageState.DAMAGED: ("warning", "warning"),
    FootageState.ENCRYPTED: ("lock", "bad"),
    FootageState.NO_PICTURE: ("eye-off", "bad"),
    FootageState.UNREADABLE: ("error", "bad"),
}
"""The icon of each state, and the use of its colour."""

LEVELS = {Fate.FULL: "full", Fate.STANDARD: "standard", Fate.SCAN: "scan"}
POWERS = (("G", 1_000_000_000), ("M", 1_000_000), ("k", 1_000))


def state(footage: Footage, words: Words) -> str:
    """The state of a file."""
    return words.name("cli.states", footage.state.value)


def reason(footage: Footage, words: Words) -> str:
    """Why it is in that state, what that means, what to do, and the code; "" when readable."""
    if footage.state is FootageState.READABLE:
        return ""
    parts = words.explain_code(footage.reason, {"name": footage.name})
    return f"{' '.join(part for part in parts if part)} [{footage.reason}]"


def length(footage: Footage) -> str:
    """h:mm:ss, "" without pictures."""
    stream = footage.stream
    return duration((stream.seconds * MICROSECONDS).__floor__()) if stream else ""


def size(footage: Footage) -> str:
    """Width and height of the picture, "" without pictures."""
    stream = footage.stream
    return f"{stream.width}\u00a0×\u00a0{stream.height}" if stream else ""


def weight(count: int, words: Words) -> str:
    """A number of bytes, with one decimal."""
    unit, point = ("o", ",") if words.language == "fr" else ("B", ".")
    for power, factor in POWERS:
        if count >= factor:
            tenths = count * 10 // factor
            return f"{tenths // 10}{point}{tenths % 10}\u00a0{power}{unit}"
    return f"{count}\u00a0{unit}"


def share(shares: Shares, words: Words) -> str:
    """How much was looked at, and at which levels; a share that is not nothing is never 0 %."""
    whole = looked(shares)
    if not whole:
        return translate("Footage", "nothing yet")
    levels = [words.name("cli.levels", LEVELS[fate]) for fate, _ in shares if fate in LOOKED]
    text = translate("Footage", "{percent} %, level {levels}")
    told = text.format(percent=max(whole // 10, 1), levels=", ".join(levels))
    if still := sum(part for fate, part in shares if fate is Fate.CALM):
        text = translate("Footage", "{looked}; judged still {percent} %")
        told = text.format(looked=told, percent=max(still // 10, 1))
    return told


def missed(shares: Shares, words: Words) -> str:
    """What the rest of it is, "" when there is no rest."""
    parts = [
        f"{words.name('cli.looked', fate.name.lower())} {max(part // 10, 1)}\u00a0%"
        for fate, part in shares
        if fate not in LOOKED and fate is not Fate.CALM
    ]
    return ", ".join(parts)


def shown(claim: ClockClaim, words: Words) -> str:
    """The time that the recorder gave to the first picture."""
    return hit_words.at(claim.shown, words)


def offset(microseconds: int, words: Words) -> str:
    """What is wrong with the recorder's clock, in words."""
    if not microseconds:
        return translate("Footage", "on time")
    much = elapsed(abs(microseconds), words.language)
    if microseconds < 0:
        return translate("Footage", "{much} fast").format(much=much)
    return translate("Footage", "{much} slow").format(much=much)


def spoken(footage: Footage, shares: Shares, words: Words) -> str:
    """Everything that a line shows, for a screen reader."""
    variable = footage.stream is not None and footage.stream.variable
    parts = (
        visible(footage.name),
        state(footage, words),
        length(footage),
        size(footage),
        translate("Footage", "variable rate") if variable else "",
        "" if footage.clock else translate("Footage", "no clock stated"),
        translate("Footage", "looked at: {share}").format(share=share(shares, words)),
    )
    return ", ".join(part for part in parts if part)
