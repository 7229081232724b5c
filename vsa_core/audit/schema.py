"""The exact shape of a record: which fields it has, and of what type."""

import re
from collections.abc import Mapping

from vsa_core.audit.entry import SCHEMA, instant
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Bug

_NAME = (str, dict)  # text, or {"b64": …} for a name that is not UTF-8

SHAPE: Mapping[str, tuple[type, ...]] = {
    "v": (int,),
    "seq": (int,),
    "prev": (str,),
    "t": (str,),
    "us": (int,),
    "behind_us": (int,),
    "boot": (str,),
    "mono_us": (int,),
    "mode": (str,),
    "seat": (int,),
    "act": (str,),
    "who": _NAME,
    "role": (str,),
    "case": _NAME,
    "basis": (dict, type(None)),
    "motive": _NAME,
    "question": (str,),
    "about": (dict,),
    "sealed": (str,),
    "models": (list,),
    "app": (str,),
}

_ACTS = frozenset(act.value for act in Act)
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


def misshapen(record: Mapping[str, Canonical]) -> str:
    """The name of the first field that is absent, unknown or wrong; "" when the record is right."""
    unknown = sorted(set(record) ^ set(SHAPE))
    if unknown:
        return unknown[0]
    for name, types in SHAPE.items():
        if type(record[name]) not in types:
            return name
    return _wrong_value(record)


def _wrong_value(record: Mapping[str, Canonical]) -> str:
    if record["v"] != SCHEMA:
        return "v"
    if record["act"] not in _ACTS:
        return "act"
    if not _BASE64.fullmatch(str(record["sealed"])):
        return "sealed"
    return "" if _told_time(record) else "t"


def _told_time(record: Mapping[str, Canonical]) -> bool:
    t = record["us"]
    try:
        return isinstance(t, int) and instant(t) == record["t"]
    except Bug:
        return False
