"""What a request asks, in words: both people sign these very terms."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.times import local
from app.words import Words, visible
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.request import Kind, Pending

PARIS = "Europe/Paris"
translate = QCoreApplication.translate


class RequestWords:
    """Tells requests to people; times are of Paris."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def kind(self, pending: Pending) -> str:
        """What is asked, in two words."""
        return self._words.name("cli.approvals.kinds", pending.request.kind.value)

    def who(self, name: str, role: str) -> str:
        """A person and their role."""
        return f"{visible(name)} ({self._words.name('cli.roles', role)})"

    def state(self, pending: Pending, now: int) -> str:
        """How far it has come."""
        states = "cli.approvals.states"
        if pending.done:
            return self._words.name(states, "done")
        if now >= pending.request.expires:
            return translate("RequestWords", "lapsed")
        return self._words.name(states, "approved" if pending.approved else "open")

    def minute(self, instant: Canonical) -> str:
        """Date, hour and minute; a dash for none."""
        if not isinstance(instant, int):
            return "–"
        return local(instant, self._words.language, PARIS)[: -len(":33,040")]

    def day(self, instant: Canonical) -> str:
        """The date; a dash for none."""
        return self.minute(instant).split(" ")[0]

    def terms(self, pending: Pending) -> tuple[tuple[str, str], ...]:
        """The exact terms, a line each; what changes nothing is left out."""
        terms = pending.request.terms
        if pending.request.kind is Kind.WIDEN_BASIS:
            return self._wider(terms)
        if pending.request.kind is Kind.ERASE_CASE:
            return self._erasure(terms)
        if pending.request.kind is Kind.CHANGE_ROLE:
            role = self._words.name("cli.roles", str(terms["role"]))
            return (
                (translate("RequestWords", "Person"), visible(str(terms["name"]))),
                (translate("RequestWords", "New role"), role),
            )
        if pending.request.kind is Kind.PURGE_SHARD and {"shard", "size", "root"} <= set(terms):
            return (
                (translate("RequestWords", "Volume of the journal"), visible(str(terms["shard"]))),
                (translate("RequestWords", "Its records"), str(terms["size"])),
                (translate("RequestWords", "Its last record"), self.minute(terms.get("last_us"))),
                (translate("RequestWords", "Its final root"), f"{str(terms['root'])[:16]}…"),
            )
        return tuple((name, visible(str(value))) for name, value in sorted(terms.items()))

    def _wider(self, terms: Mapping[str, Canonical]) -> tuple[tuple[str, str], ...]:
        window, cameras = terms["window_us"], terms["cameras"]
        rows = [
            (translate("RequestWords", "Decision"), visible(str(terms["decision"]))),
            (translate("RequestWords", "Dated"), self.day(terms["decided_us"])),
        ]
        if isinstance(cameras, list | tuple) and cameras:
            added = ", ".join(visible(str(camera)) for camera in cameras)
            rows.append((translate("RequestWords", "Cameras added"), added))
        if isinstance(window, list | tuple):
            start, end = (self.minute(instant) for instant in window)
            rows.append((translate("RequestWords", "Window"), f"{start} – {end}"))
        for name, key in (
            (translate("RequestWords", "Basis expires"), "expires_us"),
            (translate("RequestWords", "Erase by"), "erase_by_us"),
        ):
            if terms[key] is not None:
                rows.append((name, self.minute(terms[key])))
        return tuple(rows)

    def _erasure(self, terms: Mapping[str, Canonical]) -> tuple[tuple[str, str], ...]:
        grounds = {
            "closure": translate("RequestWords", "the inquiry is closed"),
            "term": translate("RequestWords", "the date of erasure has come"),
            "order": translate("RequestWords", "a magistrate ordered it"),
        }
        ground = str(terms["ground"])
        rows = [
            (translate("RequestWords", "Ground"), grounds.get(ground, ground)),
            (translate("RequestWords", "Reference"), visible(str(terms["reference"]))),
        ]
        if terms["order"]:
            rows.append((translate("RequestWords", "Order"), visible(str(terms["order"]))))
        commitment = str(terms["commitment"])[:16]
        rows.append((translate("RequestWords", "Key destroyed"), f"{commitment}…"))
        return tuple(rows)
