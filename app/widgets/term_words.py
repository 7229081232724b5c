"""Terms of erasure in words: one line for what is late, a cell for each case and volume."""

from PySide6.QtCore import QCoreApplication

from app.times import local
from app.words import Words, visible
from vsa_core.domain.term import CaseTerm, ShardTerm, Term, Terms

PARIS = "Europe/Paris"
translate = QCoreApplication.translate


class TermWords:
    """Tells terms to people; days are of Paris."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def alarm(self, terms: Terms) -> str:
        """What is to be erased now or soon, on one line; "" when nothing is."""
        between = " · "
        parts = (
            (
                translate("TermWords", "cases whose term has passed: {count}"),
                terms.of_cases(Term.PASSED),
            ),
            (
                translate("TermWords", "cases within 30 days: {count}"),
                terms.of_cases(Term.SOON),
            ),
            (translate("TermWords", "volumes of the journal: {count}"), terms.shards_due),
            (
                translate("TermWords", "volumes of the journal within 30 days: {count}"),
                terms.shards_soon,
            ),
        )
        told = between.join(text.format(count=count) for text, count in parts if count)
        line = translate("TermWords", "To be erased: {told}")
        return line.format(told=told) if told else ""

    def day(self, t: int | None) -> str:
        """A date; a dash for none."""
        return "–" if t is None else local(t, self._words.language, PARIS).split(" ")[0]

    def case(self, case: CaseTerm) -> str:
        """Where the term of a case stands, and why."""
        if case.erase_by is None:
            return translate("TermWords", "no date in the journal: see its papers")
        if case.closed is not None:
            return translate("TermWords", "closed: to be erased")
        return self._stands(case.term)

    def shard(self, shard: ShardTerm) -> str:
        """What keeps a volume."""
        if shard.until is None:
            return translate("TermWords", "in use")
        if shard.held_by:
            text = translate("TermWords", "kept while these cases are not erased: {cases}")
            return text.format(cases=visible(", ".join(shard.held_by)))
        if shard.held:
            text = translate("TermWords", "kept while cases that it names are not erased: {count}")
            return text.format(count=shard.held)
        if shard.may_go:
            return translate("TermWords", "may be destroyed")
        return self._stands(shard.term)

    def _stands(self, term: Term) -> str:
        return {
            Term.PASSED: translate("TermWords", "passed: to be erased"),
            Term.SOON: translate("TermWords", "within 30 days"),
            Term.AHEAD: translate("TermWords", "ahead"),
        }[term]
