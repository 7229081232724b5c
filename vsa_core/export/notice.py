"""LISEZMOI.txt: what a package is, what it does not establish, how to check it."""

from vsa_core.domain.spelling import spelled
from vsa_core.export.captions import Captions
from vsa_core.export.clip import ClipFacts
from vsa_core.export.manifest import Paper
from vsa_core.export.order import ExportOrder
from vsa_core.export.seal import Party
from vsa_core.export.words import Words


def notice(
    order: ExportOrder,
    facts: ClipFacts,
    paper: Paper,
    signers: tuple[Party, ...],
    languages: tuple[Words, ...],
) -> bytes:
    """The text in each language, one below the other; UTF-8, lines ended as Windows reads them.

    What people named shows every character, and makes no line of its own.
    """
    rule = "\n" + "=" * 72 + "\n\n"
    text = rule.join(_in(order, facts, paper, signers, words) for words in languages)
    return text.replace("\n", "\r\n").encode()


def _in(
    order: ExportOrder,
    facts: ClipFacts,
    paper: Paper,
    signers: tuple[Party, ...],
    words: Words,
) -> str:
    captions = Captions(order, words)
    first, last = facts.frames[0], facts.frames[-1]
    return words.say(
        "readme",
        case=spelled(order.case),
        camera=spelled(order.camera),
        first=captions.told(first.corrected),
        last=captions.told(last.corrected),
        frames=len(facts.frames),
        slates=sum(1 for frame in facts.frames if frame.code),
        made=captions.told(paper.made),
        person=spelled(paper.person.full_name),
        habilitation=spelled(paper.person.habilitation),
        clip=facts.sha256,
        sources="\n".join(f"  {source.footage.digest}" for source in paper.sources),
        origin=paper.journal.origin,
        head=f"{paper.journal.size} : {paper.journal.root}",
        keys="\n".join(_signer(one, words) for one in signers),
    )


def _signer(party: Party, words: Words) -> str:
    role = words.say(party.role) if party.role in words.texts else party.role
    return f"  {role} {spelled(party.name)}\n    {party.fingerprint}"
