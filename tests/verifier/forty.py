"""The forty attacks, by family: what is done, and how much of the log it leaves as it was."""

from tests.verifier.attacks import (
    OTHER,
    SIZE,
    Attack,
    Shards,
    anew,
    cut,
    dated_back,
    edited,
    exchanged,
    first,
    forged_first,
    honest,
    lines,
    malleable,
    newer_key,
    other_who,
    relinked,
    rewritten,
    second,
    stolen,
    twice,
    unsealed,
    weak_key,
    with_line,
    without,
)

Family = tuple[str, str, list[Attack]]


def swapped_shards() -> Shards:
    """The two shards under each other's name."""
    return {"2026H1": second().files(), "2026H2": first().files()}


def only_first() -> Shards:
    """The shard in use deleted."""
    return {"2026H1": first().files()}


def forged_before() -> Shards:
    """The shard before forged, the one in use left as it was."""
    return {**honest(), "2026H1": forged_first().files()}


CARELESS: Family = (
    "Sans la clé, sans rien remettre d’aplomb",
    "Without the key, nothing put right",
    [
        Attack("changer l’auteur d’un enregistrement", "change a record's author", 100,
               edited(100, b"alice", b"mallory")),
        Attack("changer un caractère de la fin", "change one byte near the end", 205,
               edited(205, b"boot-1", b"boot-0")),
        Attack("supprimer un enregistrement", "delete a record", 100, lambda: with_line(100)),
        Attack("échanger deux enregistrements", "swap two records", 100,
               lambda: honest(log=b"".join([*lines()[:100], lines()[101], lines()[100],
                                            *lines()[102:]]))),
        Attack("supprimer le dernier enregistrement", "delete the last record", 209,
               lambda: with_line(SIZE - 1)),
        Attack("couper la dernière ligne en deux", "cut the last line in two", 209,
               lambda: with_line(SIZE - 1, lines()[-1][:-40])),
        Attack("ajouter des zéros après la dernière ligne", "add zeros after the last line", 210,
               lambda: with_line(SIZE - 1, lines()[-1], bytes(512))),
        Attack("ôter un sceau", "take a seal away", 100, lambda: unsealed([100])),
        Attack("ôter tous les sceaux depuis le 150e", "take all seals away from the 150th on", 150,
               lambda: unsealed(range(150, SIZE))),
        Attack("donner une clé JSON deux fois", "give a JSON key twice", 100,
               edited(100, b'"act":', b'"act":"view","act":')),
        Attack("écrire un nombre autrement (1.0)", "write a number otherwise (1.0)", 100,
               edited(100, b'"v":1', b'"v":1.0')),
    ],
)  # fmt: skip

RELINKED: Family = (
    "Sans la clé, numéros et chaînage refaits",
    "Without the key, numbers and links put right",
    [
        Attack("changer un enregistrement", "change a record, links put right", 100,
               relinked(other_who(100))),
        Attack("supprimer une question et sa réponse", "delete a question and its answer", 100,
               relinked(without(100))),
        Attack("insérer un enregistrement", "insert a record", 100,
               relinked(twice(100))),
        Attack("échanger deux enregistrements et leurs heures", "swap two records and their times",
               100, relinked(exchanged(100))),
        Attack("changer la fin, après le dernier point de contrôle",
               "change the tail, after the last checkpoint", 205, relinked(other_who(205))),
        Attack("supprimer la dernière question et sa réponse",
               "delete the last question and its answer", 205, relinked(without(205))),
        Attack("sceller la suite avec une clé plus récente", "seal what follows with a newer key",
               150, newer_key),
        Attack("donner au dernier sceau son autre forme (S + L)",
               "give the last seal its other form (S + L)", 209, malleable),
    ],
)  # fmt: skip

CUT: Family = (
    "Sans la clé, en coupant ou en revenant en arrière",
    "Without the key, by cutting or going back",
    [
        Attack("couper la fin (205), remettre la tête d’aplomb",
               "cut the tail (205), put the head right", 205, cut(205)),
        Attack("couper avant le dernier point de contrôle (190)",
               "cut before the last checkpoint (190)", 190, cut(190)),
        Attack("couper avant la visite du DPO (150)", "cut before the DPO's visit (150)", 150,
               cut(150)),
        Attack("remettre tout le dossier tel qu’il était (140)",
               "put the whole folder back as it was (140)", 140, cut(140)),
        Attack("supprimer le journal en cours", "delete the shard in use", 0, only_first),
        Attack("échanger les deux journaux", "swap the two shards", 0, swapped_shards),
    ],
)  # fmt: skip

STOLEN: Family = (
    "Avec la clé volée, tout étant scellé de nouveau",
    "With the stolen key, everything sealed again",
    [
        Attack("changer avant la visite du DPO", "change before the DPO's visit", 100,
               stolen(other_who(100))),
        Attack("supprimer une question avant la visite", "delete a question before the visit", 100,
               stolen(without(100))),
        Attack("insérer un enregistrement antidaté", "insert a back-dated record", 100,
               stolen(twice(100))),
        Attack("changer, sans refaire les points de contrôle",
               "change, leaving the checkpoints as they were", 100,
               stolen(other_who(100), notes="left")),
        Attack("changer après la visite", "change after the visit", 180, stolen(other_who(180))),
        Attack("changer après la visite, ôter les points de contrôle",
               "change after the visit, take the checkpoints away", 180,
               stolen(other_who(180), notes="none")),
        Attack("changer la fin", "change the tail", 205, stolen(other_who(205))),
        Attack("couper avant la visite et continuer autrement",
               "cut before the visit and continue otherwise", 150, stolen(rewritten(150))),
        Attack("couper après la visite et continuer autrement",
               "cut after the visit and continue otherwise", 190, stolen(rewritten(190))),
        Attack("antidater un enregistrement", "date a record back", 205, stolen(dated_back(205))),
    ],
)  # fmt: skip

ANEW: Family = (
    "Un autre journal à la place",
    "Another log in its place",
    [
        Attack("recommencer avec la clé volée", "begin anew with the stolen key", 0, anew(7)),
        Attack("recommencer avec une autre clé", "begin anew with another key", 0, anew(OTHER)),
        Attack("recommencer avec une clé faible", "begin anew with a weak key", 0, weak_key),
        Attack("clé volée : refaire le journal d’avant seul",
               "stolen key: make the shard before again, alone", 0, forged_before),
        Attack("clé volée : refaire le journal d’avant et celui-ci",
               "stolen key: make the shard before again, and this one", 0,
               stolen(lambda found: found, before=forged_first())),
    ],
)  # fmt: skip

FAMILIES = [CARELESS, RELINKED, CUT, STOLEN, ANEW]
ATTACKS = [attack for *_, attacks in FAMILIES for attack in attacks]
