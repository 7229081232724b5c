"""Names and pasted text that try to be read as something else than what they are."""

import os

NOTE = "e\u0301"
"""é in two characters (NFD): the same name to the eye as the one in one character (NFC)."""

TEXTS = {
    "markup": "cam1 <b>x<hr>",
    "picture": '<img src="__evil_x.png">',
    "link": '<a href="file:__evil">a & b<a>',
    "override": "rue\u202egpj",
    "isolate": "rue\u2066a\u2069\u200f",
    "zero width": "ru\u200be\ufeff\u2060",
    "hidden": "rue\u3164\u115f\u034f\ufe00\u2800",
    "line": "rue\nSHA-256 : 00",
    "return": "rue\rcour",
    "tab": "rue\tcour",
    "escape": "rue\x1b[31mx\x1b]0;titre\x07",
    "control": "rue\x9b31mx\x7f\x08",
    "separator": "rue\u2028cour\u2029x\x85y",
    "formula": '=HYPERLINK("http:__evil";"x")',
    "plus": "+1",
    "minus": "-2",
    "at": "@SUM(1+1)",
    "placeholder": "{case} {0} %s %1",
    "mnemonic": "a&b & c",
    "nfc": "\u00e9tage",
    "nfd": NOTE + "tage",
    "emoji": "porte \U0001f6aa\U0001f468\u200d\U0001f692",
    "rich": "[red]x :door:",
}
"""By what they try; none holds "/" or NUL, so that each can name a file."""

NAMES = {name: os.fsencode(f"{text}.mp4") for name, text in TEXTS.items()} | {
    "not utf-8": b"cam\xff\xfe.mp4",
    "a cut sequence": b"cam\xe2\x82.mp4",
    "255 bytes": b"a" * 251 + b".mp4",
    "255 bytes of two": "é".encode() * 125 + b"x.mp4",
}
"""Names of files, as bytes."""

DANGEROUS = "\n\r\t\x1b\x07\x9b\x7f\x08\x85\u2028\u2029\u202e\u2066\u2069\u200f\u200b\ufeff\u2060"
"""What no line of text may hold once it is shown."""

HIDDEN = "\u3164\u115f\u034f\ufe00\u2800"
"""What is printable by Unicode's word, and shows nothing."""


def leaks(shown: str) -> str:
    """The characters of a shown text that should have been spelled out."""
    return "".join(sorted(set(shown) & set(DANGEROUS + HIDDEN)))
