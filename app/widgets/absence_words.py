"""Why there is no picture, in words: what a slate says."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.state.absence import Absence, Why
from app.widgets.local_time import LocalTime
from app.words import Words, visible
from vsa_core.errors import Fault, Refused, Tampered

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Telling:
    """An icon, a title, sentences, a code; whether indexing would help."""

    icon: str
    title: str
    text: str
    code: str = ""
    index: bool = False


class AbsenceWords:
    """Tells absences in the language of the window."""

    def __init__(self, words: Words, times: LocalTime) -> None:
        self._words = words
        self._times = times

    def tell(self, absence: Absence | None, camera: str | None) -> Telling:
        """What to say of it; without an absence, that nothing is chosen yet, or is coming."""
        if camera is None:
            return Telling(
                "film",
                translate("AbsenceWords", "Nothing to look at yet"),
                translate("AbsenceWords", "Choose a result, or a place on the timeline."),
            )
        if absence is None or absence.why is Why.OPENING:
            return Telling("film", translate("AbsenceWords", "Opening…"), visible(camera))
        if absence.why is Why.NOT_LOOKED:
            return self._not_looked()
        if absence.why is Why.FAULT and absence.fault is not None:
            cause, consequence, following = self._words.explain(absence.fault)
            rest = f"{consequence} {following}".strip()
            return Telling(_sign(absence.fault), cause, rest, absence.fault.code)
        return self._hole(absence, camera)

    def _not_looked(self) -> Telling:
        return Telling(
            "eye-off",
            translate("AbsenceWords", "Pictures not indexed"),
            translate(
                "AbsenceWords",
                "These pictures have not been indexed yet: they cannot be shown, "
                "because nobody could tell whom to mask.",
            ),
            index=True,
        )

    def _hole(self, absence: Absence, camera: str) -> Telling:
        window = absence.window
        if window is None:
            title = translate("AbsenceWords", "Nothing recorded here")
            text = translate("AbsenceWords", "{camera} has no picture at this time.")
            return Telling("film", title, text.format(camera=visible(camera)))
        told = translate("AbsenceWords", "No picture from {start} to {end} ({length}).").format(
            start=self._times.clock(window.start, fine=True),
            end=self._times.clock(window.end, fine=True),
            length=self._times.length(window.end - window.start),
        )
        cause = self._words.explain_code(absence.code, {"name": camera})[0] if absence.code else ""
        title = translate("AbsenceWords", "The recording pauses")
        return Telling("pause", title, f"{told} {cause}".strip(), absence.code)


def _sign(fault: Fault) -> str:
    if isinstance(fault, Tampered):
        return "shield-broken"
    return "shield" if isinstance(fault, Refused) else "error"
