"""What lies at one place of the timeline, in words: for the tool tip and for a screen reader."""

from PySide6.QtCore import QCoreApplication

from app.state.lanes import Fate, Lane, Runs
from app.state.marks import Marks, Verdict
from app.widgets.local_time import LocalTime
from app.words import Words, visible
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Window

translate = QCoreApplication.translate

LOOKED = {Fate.FULL: "full", Fate.STANDARD: "standard", Fate.SCAN: "scan"}
"""Fates that were looked at, and the level each was looked at with."""


class LaneWords:
    """Sentences about lanes, in the language of `words` and the hour of `times`."""

    def __init__(self, words: Words, times: LocalTime) -> None:
        self._words = words
        self._times = times

    def fate(self, fate: Fate) -> str:
        """What became of a moment, in a few words."""
        if fate in LOOKED:
            level = self._words.name("cli.levels", LOOKED[fate])
            return translate("Timeline", "looked at, level {level}").format(level=level)
        if fate is Fate.NOTHING:
            return self._words.name("cli.looked", "no_footage")
        return self._words.name("cli.looked", fate.name.lower())

    def camera(self, lane: Lane, marks: Marks | None) -> str:
        """The camera, how many files it has, from when to when, and how many results."""
        if lane.extent is None:
            none = translate("Timeline", "no footage with a time")
            return f"{visible(lane.camera)}\n{none}"
        files = translate("Timeline", "Files: {count}").format(count=len(lane.files))
        lines = [visible(lane.camera), files, self._times.stretch(lane.extent)]
        if marks is not None:
            results = translate("Timeline", "Results: {count}").format(count=len(marks.start))
            lines.append(results)
        return "\n".join(lines)

    def verdict(self, verdict: Verdict) -> str:
        """What was decided about a result."""
        return {
            Verdict.OPEN: translate("Timeline", "to verify"),
            Verdict.MATCHED: translate("Timeline", "retained"),
            Verdict.REJECTED: translate("Timeline", "rejected"),
        }[verdict]

    def place(self, lane: Lane, at: int, near: Window, coverage: Runs | None) -> str:
        """The camera, the time, what became of it, the file, one a line.

        near: the few pixels around, within which damage is told too.
        """
        lines = [visible(lane.camera), self._times.exact(at), self.fate(lane.runs.at(at))]
        for footage in lane.files_in(near):
            lines += [visible(footage.name), *self._reasons(footage, near)]
        if coverage is not None:
            answer = translate("Timeline", "In the answer: {fate}")
            lines.append(answer.format(fate=self.fate(coverage.at(at))))
        return "\n".join(lines)

    def results(self, hits: tuple[Hit, ...], marks: Marks, places: slice) -> str:
        """One result with its kind, or how many between when and when, and their verdicts."""
        count = places.stop - places.start
        first, last = int(marks.start[places.start]), int(marks.start[places.stop - 1])
        if count == 1:
            hit = hits[int(marks.row[places.start])]
            verdict = self.verdict(Verdict(marks.verdict[places.start]))
            return f"{self._kind(hit)}\n{self._times.exact(first)}\n{verdict}"
        between = self._times.stretch(Window(first, last + 1))
        told = translate("Timeline", "{count} results").format(count=count)
        return f"{told}\n{between}\n{self._verdicts(marks, places)}"

    def unplaced(self, files: tuple[Footage, ...], most: int = 12) -> str:
        """The names of files that nobody can place, and why."""
        names = [visible(f"{f.camera} · {f.name}") for f in files[:most]]
        if len(files) > most:
            names.append("…")
        why = translate(
            "Timeline", "Nobody stated the clock of these files: they have no place in time."
        )
        return "\n".join([why, *names])

    def _kind(self, hit: Hit) -> str:
        kind = self._words.name("kinds.kind", hit.event.kind)
        return f"{kind} · {self._words.name('cli.classes', hit.event.object_class)}"

    def _verdicts(self, marks: Marks, places: slice) -> str:
        told = [
            f"{self.verdict(which)} {count}"
            for which in Verdict
            if (count := int((marks.verdict[places] == which).sum()))
        ]
        return " · ".join(told)

    def _reasons(self, footage: Footage, window: Window) -> list[str]:
        if footage.stream is None:
            codes = [footage.reason]
        else:
            codes = [
                gap.code
                for gap in footage.gaps
                if window.overlaps(
                    footage.corrected(gap.span.start), footage.corrected(gap.span.end)
                )
            ]
        known = {"name": footage.name}
        return [
            f"{self._words.explain_code(code, known)[0]} [{code}]" for code in dict.fromkeys(codes)
        ]
