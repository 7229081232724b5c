#!/usr/bin/env python3
"""The DPO's cosigning tool, for her own PC: verify_audit.py beside it and Python 3.8 are enough.

    python3 cosign.py make-key NAME FILE      makes her key, under a passphrase
    python3 cosign.py vkey FILE               shows its public half, for the installation
    python3 cosign.py cosign EXPORT --key FILE [--kept FOLDER]

`cosign` verifies the whole export, refuses a journal that no longer holds what
she cosigned last time (her copies are kept on her own PC, beside the key or in
--kept), shows what is signed, asks, and writes `cosigned.note` in the export,
to be brought back. Signatures are Ed25519 (RFC 8032) and C2SP cosignature/v1.
The arithmetic takes a time that depends on the key: use it on one's own PC.
Exit status: 0 done, 1 refused, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import getpass
import hashlib
import hmac
import io
import json
import os
import re
import secrets
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import verify_audit

COST = {"n": 1 << 16, "r": 8, "p": 1}
"""scrypt: 64 MiB and about a quarter of a second for each try at the passphrase."""

LEAST = 12
"""Characters in a passphrase."""

NAME = re.compile(r"[a-z0-9][a-z0-9./_-]{0,127}")
WORDS = {
    "name": ("nom refusé : lettres a-z, chiffres, . / _ -",
             "name refused: letters a-z, digits, . / _ -"),
    "exists": ("ce fichier existe déjà : {}", "this file is there already: {}"),
    "new": ("Phrase de passe (12 caractères au moins) : ", "Passphrase (12 characters or more): "),
    "again": ("Encore une fois : ", "Once more: "),
    "short": ("phrase de passe trop courte ou différente", "passphrase too short, or not the same"),
    "ask": ("Phrase de passe : ", "Passphrase: "),
    "wrong": ("phrase de passe fausse, ou fichier abîmé", "wrong passphrase, or damaged file"),
    "give": ("À donner à l’installation :", "To be given to the installation:"),
    "broken": ("le journal n’est pas intact : rien n’est signé",
               "the log is not whole: nothing is signed"),
    "back": ("le journal ne contient plus ce que vous avez cosigné ({}) : rien n’est signé",
             "the log no longer holds what you cosigned ({}): nothing is signed"),
    "first": ("Première cosignature : comparez la clé du journal à l’acte d’installation :",
              "First cosignature: compare the log's key with the enrolment certificate:"),
    "what": ("Vous allez cosigner :\n  journal         {}\n  enregistrements {}\n"
             "  dernier         {}\n  racine          {}…",
             "You are about to cosign:\n  log     {}\n  records {}\n  last    {}\n"
             "  root    {}…"),
    "sure": ("Cosigner ? [oui/non] ", "Cosign? [yes/no] "),
    "no": ("rien n’est signé", "nothing is signed"),
    "done": ("Écrit : {} (à rapporter), et votre copie : {}",
             "Written: {} (to bring back), and your copy: {}"),
}  # fmt: skip


class Stopped(Exception):
    """A word of WORDS, and what fills it."""


def multiple(scalar: int) -> bytes:
    """The compressed product of the base point."""
    return verify_audit.compressed(
        verify_audit.times(scalar % verify_audit.ORDER, verify_audit.BASE)
    )


def expanded(seed: bytes) -> tuple[int, bytes]:
    """The secret scalar and the prefix of a seed (RFC 8032, 5.1.5)."""
    digest = hashlib.sha512(seed).digest()
    return (int.from_bytes(digest[:32], "little") & (1 << 254) - 8) | 1 << 254, digest[32:]


def public_key(seed: bytes) -> bytes:
    """The 32 bytes of the public key of a seed."""
    return multiple(expanded(seed)[0])


def sign(seed: bytes, message: bytes) -> bytes:
    """The Ed25519 signature (64 bytes) of a message (RFC 8032, 5.1.6)."""
    scalar, prefix = expanded(seed)
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little")
    point = multiple(r)
    k = hashlib.sha512(point + multiple(scalar) + message).digest()
    s = (r + int.from_bytes(k, "little") * scalar) % verify_audit.ORDER
    return point + s.to_bytes(32, "little")


def cosignature(name: str, seed: bytes, body: bytes, now: int) -> bytes:
    """The line to be put below a checkpoint (C2SP cosignature/v1); `now`: seconds since 1970."""
    signature = sign(seed, f"cosignature/v1\ntime {now}\n".encode() + body)
    mark = verify_audit.key_id(name, 4, public_key(seed)) + now.to_bytes(8, "big") + signature
    return f"— {name} {base64.b64encode(mark).decode()}\n".encode()


def vkey(name: str, key: bytes) -> str:
    """The C2SP verifier key of a cosigner."""
    ident = verify_audit.key_id(name, 4, key).hex()
    return f"{name}+{ident}+{base64.b64encode(bytes([4]) + key).decode()}"


def locked(name: str, seed: bytes, passphrase: str) -> bytes:
    """The key file: the seed under a keystream and a tag that scrypt draws from the passphrase."""
    salt = secrets.token_bytes(16)
    stream, tag = _drawn(passphrase, salt, COST)
    box = bytes(a ^ b for a, b in zip(seed, stream))  # noqa: B905
    said = {"box": box.hex(), "cost": COST, "salt": salt.hex(), "v": 1}
    said["vkey"] = vkey(name, public_key(seed))
    return verify_audit.WRITER.encode({**said, "mac": _tag(tag, said)}).encode() + b"\n"


def unlocked(data: bytes, passphrase: str) -> tuple[str, bytes]:
    """Name and seed of a key file. Raises Stopped: a wrong passphrase, or one byte changed."""
    said = json.loads(data)
    mac = said.pop("mac")
    if any(said["cost"][part] > 16 * COST[part] for part in COST):
        raise Stopped("wrong")
    stream, tag = _drawn(passphrase, bytes.fromhex(said["salt"]), said["cost"])
    seed = bytes(a ^ b for a, b in zip(bytes.fromhex(said["box"]), stream))  # noqa: B905
    name = said["vkey"].split("+")[0]
    if (
        not hmac.compare_digest(mac, _tag(tag, said))
        or vkey(name, public_key(seed)) != said["vkey"]
    ):
        raise Stopped("wrong")
    return name, seed


def _drawn(passphrase: str, salt: bytes, cost: dict[str, int]) -> tuple[bytes, bytes]:
    room = 256 * cost["n"] * cost["r"]
    drawn = hashlib.scrypt(passphrase.encode(), salt=salt, dklen=64, maxmem=room, **cost)
    return drawn[:32], drawn[32:]


def _tag(key: bytes, said: dict[str, object]) -> str:
    return hmac.new(key, verify_audit.WRITER.encode(said).encode(), "sha256").hexdigest()


def put(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a whole file under its name, or nothing."""
    fresh = path.with_name(path.name + ".new")
    with contextlib.suppress(FileNotFoundError):
        fresh.unlink()
    with os.fdopen(os.open(str(fresh), os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(str(fresh), str(path))


def make_key(name: str, file: Path, say: Say) -> None:
    """Make a key file."""
    if not NAME.fullmatch(name):
        raise Stopped("name")
    if file.exists():
        raise Stopped("exists", file)
    passphrase = getpass.getpass(say("new"))
    if len(passphrase) < LEAST or getpass.getpass(say("again")) != passphrase:
        raise Stopped("short")
    put(file, locked(name, secrets.token_bytes(32), passphrase), 0o600)
    show_key(file, say)


def show_key(file: Path, say: Say) -> None:
    """Show the public half."""
    print(say("give"))
    print(json.loads(file.read_bytes())["vkey"])


class Say:
    """The words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, word: str, *values: object) -> str:
        return WORDS[word][self.language == "en"].format(*values)


def newest(export: Path) -> Path:
    """The folder of the last shard of an export."""
    begun = [path.parent for path in export.glob("**/inception.json")]
    return max((one for one in begun if one.name[:1] != "."), key=lambda folder: folder.name)


def verified(export: Path, kept: list[Path], language: str) -> tuple[bool, str]:
    """Whether the export holds, and every note kept from it; and the verifier's words."""
    said = io.StringIO()
    retained = [part for note in kept for part in ("--retained", str(note))]
    with contextlib.redirect_stdout(said):
        status = verify_audit.main([str(export), "--lang", language, *retained])
    return status == 0, said.getvalue()


def head_of(shard: Path) -> tuple[bytes, dict[str, object]]:
    """The signed head after the last record, which its seal is, and that record."""
    document = verify_audit.canonical((shard / "inception.json").read_bytes()[:-1])
    log, key = verify_audit.Shard(shard), bytes.fromhex(document["public_key"])
    log.read([], key, set(), [], False)
    body = log.head()
    mark = verify_audit.key_id(log.origin, 1, key) + log.seal
    note = body + f"\n— {log.origin} {base64.b64encode(mark).decode()}\n".encode()
    said = {"origin": log.origin, "size": log.size, "us": log.us, "key": key.hex()}
    return note, {**said, "root": log.root.hex()}


def copies(folder: Path) -> list[Path]:
    """What she cosigned before, oldest first."""
    return sorted(folder.glob("cosigned-*.note"))


def cosign(export: Path, file: Path, folder: Path, say: Say, now: int) -> None:
    """The ceremony. Raises Stopped, and then nothing was signed."""
    kept = copies(folder)
    fine, words = verified(export, kept[-1:], say.language)
    print(words, end="")
    if not fine and verified(export, [], say.language)[0]:
        raise Stopped("back", kept[-1].name)
    if not fine:
        raise Stopped("broken")
    note, head = head_of(newest(export))
    if not kept:
        print(say("first"), head["key"])
    last = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(int(str(head["us"])) // 10**6))
    print(say("what", head["origin"], head["size"], last, str(head["root"])[:16]))
    if input(say("sure")).strip().lower() not in ("oui", "yes", "o", "y"):
        raise Stopped("no")
    name, seed = unlocked(file.read_bytes(), getpass.getpass(say("ask")))
    body = note.partition(b"\n\n")[0] + b"\n"
    cosigned = note + cosignature(name, seed, body, now)
    folder.mkdir(parents=True, exist_ok=True)
    own = folder / f"cosigned-{now:012}.note"
    put(own, cosigned)
    put(export / "cosigned.note", cosigned)
    print(say("done", export / "cosigned.note", own))


def main(arguments: list[str] | None = None) -> int:
    """The command; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lang", choices=["fr", "en"], default="fr")
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("make-key")
    make.add_argument("name")
    make.add_argument("file", type=Path)
    commands.add_parser("vkey").add_argument("file", type=Path)
    ceremony = commands.add_parser("cosign")
    ceremony.add_argument("export", type=Path)
    ceremony.add_argument("--key", type=Path, required=True)
    ceremony.add_argument("--kept", type=Path)
    for command in commands.choices.values():
        command.add_argument("--lang", choices=["fr", "en"], default=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    say = Say(given.lang)
    try:
        if given.command == "make-key":
            make_key(given.name, given.file, say)
        elif given.command == "vkey":
            show_key(given.file, say)
        else:
            kept = given.kept or given.key.resolve().parent
            cosign(given.export, given.key, kept, say, int(time.time()))
    except Stopped as refused:
        print(say(*refused.args), file=sys.stderr)
        return 1
    except (OSError, ValueError, KeyError, TypeError) as fault:
        print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main())
