#!/usr/bin/env python3
# fmt: off
"""Checks a Relecture journal with nothing of Relecture: this file and Python 3.8 are enough.
FOLDER: one shard, the folder of shards, or an export with `audit/`. Checked: canonical JSON (RFC 8785), fields, a well-
formed seal on each line; numbers, links, times; answers name an open question; the Merkle tree (RFC 6962) of all lines
has the root that the last seal (it commits to all lines), each checkpoint, retained note, proof (RFC 9162) and printed
root state; signatures (Ed25519, RFC 8032; --every-seal: all seals), cosignatures (C2SP); shards follow each other. Not
checked: that records are true, clocks right, what is encrypted, journal.csv. A thief of the log's key can rewrite what
has no witness from outside: the verdict says from where. Exit status: 0 it holds, 1 it does not, 2 misused."""
# ruff: noqa: B905, C901, E401, E501, E701, I001, RUF021
import argparse, base64, functools, hashlib, itertools, json, pathlib, re, sys, time
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT, ZERO = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P), (0, 1, 1, 0)
FIELDS = "about act app basis behind_us boot case mode models mono_us motive prev question role sealed seat seq t us v who"
ANSWERS = {"batch": ["query"], "result": ["query", "index", "validate"], "view_close": ["view"],
    "export_done": ["export"], "aborted": ["query", "index", "validate", "view", "export"]}
CONSULT, WHOLE = ["query", "settle", "view", "examine", "match", "export"], ["tracks", "thumbnails", "background"]
SEAL, KEY = "signature fausse | wrong signature", "clé publique autre ou refusée | another or refused public key"
FIELD, LOST = "champs faux ou vides | fields wrong or empty", "abandonné, endommagé | given up, damaged"
PROOF, NEXT = "preuve fausse | wrong proof", "ne suit pas ce qui précède | does not follow what is before"
FAULTS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, OSError, RecursionError)
class Broken(ValueError): """What does not hold, in French | in English."""
def need(true, words):
    if not true: raise Broken(words)
# Ed25519: points (X, Y, Z, T) of RFC 8032, 5.1.4; tables of multiples, so that a check is quick.
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = p[3] * q[3] % P * 2 * D % P, p[2] * q[2] * 2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P
def multiples(p):  # 32 rows: 0 to 255 times p, then 0 to 255 times 256 p, and so on
    doubled = itertools.accumulate(range(248), lambda q, _: add(q, q), initial=p)
    return [[*itertools.accumulate([ZERO] + [q] * 255, add)] for q in [*doubled][::8]]
def times(scalar, rows, start=ZERO):
    return functools.reduce(add, (row[byte] for row, byte in zip(rows, scalar.to_bytes(32, "little"))), start)
def compressed(p):
    return (p[1] * (z := pow(p[2], -1, P)) % P | (p[0] * z % P & 1) << 255).to_bytes(32, "little")
def decompressed(data):
    y = int.from_bytes(data, "little") % 2**255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    for x in [pow(square, (P + 3) // 8, P) * unit % P for unit in (1, -1, ROOT, -ROOT)]:
        if x * x % P == square and compressed((x, y, 1, 0)) == data: return x, y, 1, x * y % P
    raise Broken(KEY)  # no point, or another form of one
BASE = multiples(decompressed((4 * pow(5, -1, P) % P).to_bytes(32, "little")))
@functools.lru_cache(maxsize=99)
def against(key):  # multiples of minus a public key; refused outside the prime-order group, where it is weak
    x, y, _, _ = decompressed(key)
    rows = multiples((P - x, y, 1, (P - x) * y % P))
    need(y != 1 and compressed(times(ORDER, rows)) == compressed(ZERO), KEY)
    return rows
def holds(key, message, signature):
    r, s, k = signature[:32], signature[32:], hashlib.sha512(signature[:32] + key + message).digest()
    s, k = int.from_bytes(s, "little"), int.from_bytes(k, "little") % ORDER
    return len(signature) == 64 and s < ORDER and compressed(times(k, against(key), times(s, BASE))) == r
# Formats: canonical JSON, base64, C2SP notes; the Merkle tree.
READER = json.JSONDecoder(parse_float=int, parse_constant=int)  # int refuses "1.5" and "NaN"
WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
NOTE = re.compile("(([!-~]+)\n([1-9][0-9]*)\n([!-~]+)\n)\n((?:— [^ \n]+ [!-~]+\n)+)")
def plain(value):
    if type(value) is dict: return plain([*value.values()]) and all(map(str.isascii, value))
    return all(map(plain, value)) if type(value) is list else type(value) is not int or abs(value) < 2**53
def canonical(data):  # the object that is written exactly so: no space, no float, no key given twice
    value = READER.decode(data.decode("utf-8"))
    same = type(value) is dict and WRITER.encode(value).encode("utf-8") == data and plain(value)
    need(same, "JSON non canonique | JSON not canonical")
    return value
def unbase64(text):
    need(base64.b64encode(base64.b64decode(text, validate=True)).decode() == text, "base64 faux | wrong base64")
    return base64.b64decode(text)
def small(path):
    with pathlib.Path(path).open("rb") as file: return file.read(1 << 20)
def sha256(data): return hashlib.sha256(data).digest()
def node(left, right): return sha256(b"\1" + left + right)
def key_id(name, kind, key): return sha256(f"{name}\n".encode() + bytes([kind]) + key)[:4]
def checkpoint(origin, size, root): return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n".encode()
class Note:  # a checkpoint that the log signed; `marks`: name and bytes of each signature
    def __init__(self, data, key):
        body, self.origin, size, root, marks = NOTE.fullmatch(data.decode("utf-8")).groups()
        self.body, self.size, self.root = body.encode(), int(size), unbase64(root)
        self.marks = [(line.split(" ")[1], unbase64(line.split(" ")[2])) for line in marks.splitlines()]
        (name, mark), own = self.marks[0], (self.origin, key_id(self.origin, 1, key))
        need((name, mark[:4]) == own and holds(key, self.body, mark[4:]), SEAL)
    def cosigned(self, vkey):  # whether the owner of a C2SP verifier key did
        name, key = vkey.split("+")[0], unbase64(vkey.split("+", 2)[2])[1:]
        ours = [m[4:] for n, m in self.marks if (n, m[:4]) == (name, key_id(name, 4, key))]
        return any(holds(key, b"cosignature/v1\ntime %d\n" % int.from_bytes(m[:8], "big") + self.body, m[8:]) for m in ours)
def climb(leaf, index, size, path):  # the root above a leaf (RFC 9162, 2.1.3); a path of another length fails
    need(0 <= index < size and bool(path) == (size > 1), PROOF)
    if size == 1: return leaf
    half = 1 << (size - 1).bit_length() - 1
    if index < half: return node(climb(leaf, index, half, path[:-1]), path[-1])
    return node(path[-1], climb(leaf, index - half, size - half, path[:-1]))
def claimed(text, key, alone):  # [(origin, size, root)…] that a printed root, or the file of a note or a proof, states
    paper = re.fullmatch(r"\s*(\d+)\s*:\s*((?:[0-9a-f]\s*){16,64})", text.lower())
    if paper: return [("", int(paper[1]), "".join(paper[2].split()))]
    data = small(text).decode("utf-8")
    said = READER.decode(data) if data[:1] == "{" else {"checkpoint": data}
    note = Note(said["checkpoint"].encode(), key)
    need(said.get("kind") == "inclusion" or not alone, PROOF)  # the other proofs are checked against all lines
    if said.get("kind") == "inclusion":
        leaf, path = sha256(b"\0" + said["record"].encode()), [*map(unbase64, said["path"])]
        need(climb(leaf, said["index"], note.size, path) == note.root, PROOF)
    older = [(note.origin, said["old_size"], unbase64(said["old_root"]).hex())] if "old_root" in said else []
    return [*older, (note.origin, note.size, note.root.hex())]
class Shard:  # one log, and what its lines amount to as far as they were read
    def __init__(self, folder):
        self.folder, self.name, self.place, self.broken, self.origin = folder, folder.name, "inception.json", "", ""
        self.size, self.us, self.last, self.act, self.about, self.root, self.covered = 0, 0, "", "", {}, b"", 0
        self.peaks, self.roots, self.opened, self.purged, self.old = [], {}, {}, [], None
    def head(self):
        self.root = functools.reduce(lambda right, left: node(left, right), self.peaks[::-1])
        return checkpoint(self.origin, self.size, self.root)
    def take(self, line):  # the next line; `peaks`: roots of the perfect trees of the lines so far, tall first
        body, _, seal = line[:-1].partition(b"\t")
        need(line[-1:] == b"\n" and len(line) <= 65_536 and len(seal) == 88, "ligne ou sceau coupé | line or seal cut")
        said, self.seal = canonical(body), unbase64(seal.decode())
        act, us, about, asked = said["act"], said["us"], said["about"], (said["question"], said["case"])
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(us // 10**6)) + f".{us // 1000 % 1000:03}Z"
        place = repr([said["v"], said["seq"], said["prev"], said["t"]]) == repr([1, self.size, self.last, stamp])
        need(place and us >= self.us and (act == "inception") == (not self.size) and self.act != "shard_end", NEXT)
        told = act not in CONSULT or all(asked) and said["basis"] and said["motive"]  # dir. 2016/680, art. 25
        told = told and said["who"] and said["app"] and (act[-6:] != "export" or about.get("recipient"))
        need(told and " ".join(said) == FIELDS and (self.size or about["inception"] == self.inception), FIELD)
        if act in ANSWERS:
            opened, *of = self.opened.get(repr(about.get("of")), [""])
            need(opened in ANSWERS[act] and (of == [asked] or act == "aborted" and not asked[0]),
                "réponse sans question ouverte | answer without an open question")
            if act != "batch": del self.opened[repr(about["of"])]
        if act in ANSWERS["aborted"] and about.get("what") not in WHOLE: self.opened[repr(self.size)] = [act, asked]
        if act == "shard_purge": self.purged.append([about["shard"], about["size"], about["root"]])
        leaf, rest = sha256(b"\0" + body), self.size
        while rest & 1: leaf, rest = node(self.peaks.pop(), leaf), rest >> 1
        self.peaks.append(leaf)
        self.size, self.us, self.act, self.about, self.last = self.size + 1, us, act, about, sha256(body).hex()
    def read(self, earlier, key, wanted, vkeys, every_seal):  # the root after each of the `wanted` sizes is kept
        data = small(self.folder / self.place)
        said, self.inception = canonical(data[:-1]), sha256(data).hex()
        need(data[-1:] == b"\n" and said["public_key"] == key.hex(), KEY)
        self.origin, self.old = said["origin"], said["previous"]
        before = next((shard for shard in earlier if shard.name == self.old["shard"]), None)  # none has two beginnings
        if before:
            self.us, old, log = before.us, self.old, before.folder / "audit.jsonl"
            lost = old["sha256"] and sha256(log.read_bytes() if log.exists() else b"").hex() == old["sha256"]
            lost = lost and before.roots.get(old["size"], sha256(b"").hex()) == old["root"]
            ended = [before.act, before.about.get("next"), before.size, before.root.hex(), before.name]
            named = self.origin == f"{before.origin.split('/' + before.name)[0]}/{self.name}"
            need(lost or named and ended == ["shard_end", self.name, old["size"], old["root"], old["shard"]], NEXT)
            before.broken = LOST if lost else before.broken
        notes = [self.folder / "head", *sorted(self.folder.glob("*.note"))]  # read last: lines hold without them
        wanted = wanted | {int(n) for p in notes if p.exists() for n in re.findall(b"\n([1-9][0-9]{,15})\n", small(p))}
        with (self.folder / "audit.jsonl").open("rb") as file:
            for line in iter(lambda: file.readline(65_537), b""):
                self.place = f"audit.jsonl, ligne/line {self.size + 1}"
                self.take(line)
                if every_seal: need(holds(key, self.head(), self.seal), SEAL)
                if self.size in wanted: self.roots[self.size] = self.head() and self.root.hex()
        need(self.size and holds(key, self.head(), self.seal), SEAL)
        for self.place, path in [(path.name, path) for path in notes]:
            note = Note(small(path), key)
            named = self.place == "head" or int("".join(re.findall("[0-9]", self.place))) == note.size
            need(named and (note.origin, note.root.hex()) == (self.origin, self.roots.get(note.size)), PROOF)
            dated = [note.size for vkey in vkeys if note.cosigned(vkey)]
            need(dated or not vkeys or self.place[:3] != "dpo", "cosignature fausse | wrong cosignature")
            self.covered = max([self.covered, *dated])
def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options = {name: {"action": "append", "default": []} for name in ["--retained", "--printed", "--proof", "--dpo"]}
    options.update({"folder": {"type": pathlib.Path, "nargs": "*"}, "--key": {"type": bytes.fromhex}})
    options.update({"--every-seal": {"action": "store_true"}, "--lang": {"choices": ["fr", "en"], "default": "fr"}})
    for name, how in options.items(): parser.add_argument(name, **how)
    given = parser.parse_args(arguments)
    def say(*words): print(words[given.lang == "en"])
    begun = sorted(p for folder in given.folder for p in folder.glob("**/inception.json") if p.parent.name[:1] != ".")
    if not begun and (given.folder or not (given.key and given.proof)): parser.error("aucun journal ici | no log here")
    told = re.search(b'"public_key":"([0-9a-f]{64})"', small(begun[0]) if begun else b"") or [b"", b""]
    key, shards, claims = given.key or bytes.fromhex(told[1].decode()), [Shard(path.parent) for path in begun], []
    for text in given.retained + given.printed + given.proof:
        try: claims += [(text, *claim) for claim in claimed(text, key, not begun)]
        except FAULTS: claims += [(text, "?", 0, "?")]
    sizes = {claim[2] for claim in claims} | {int(n) for p in begun for n in re.findall(b'"size":([0-9]+)', small(p))}
    for number, shard in enumerate(shards):
        try: shard.read(shards[:number], key, sizes, given.dpo, given.every_seal)
        except FAULTS as fault: shard.broken = str(fault) if type(fault) is Broken else "mal formé | malformed"
    wrong = [shard for shard in shards if shard.broken not in ("", LOST)]
    known = [gone for shard in shards for gone in shard.purged] + [shard.name for shard in shards]
    for old in [shard.old for shard in shards if type(shard.old) is dict and shard.folder not in given.folder]:
        if old.get("shard") not in known and [old.get(name) for name in ("shard", "size", "root")] not in known:
            wrong.append(say(f"IL MANQUE {old.get('shard')}", f"MISSING: {old.get('shard')}"))
    for text, origin, size, root in claims:
        found = [s for s in shards if origin in ("", s.origin) and s.roots.get(size, "").startswith(root)]
        for shard in found: shard.covered = max(shard.covered, size * (text not in given.proof))
        if not (found or size and not begun): wrong.append(say(f"TÉMOIN ABSENT : {text}", f"WITNESS NOT FOUND: {text}"))
    for shard in shards:
        say(f"{shard.name} : {shard.size} enregistrements, dont {shard.covered} couverts par un témoin extérieur",
            f"{shard.name}: {shard.size} records, {shard.covered} of them covered by a witness from outside")
        if not shard.broken: print(f"  {shard.size} : {shard.root.hex()}")
        else: say(*(f"  {shard.folder / shard.place} : {words}" for words in shard.broken.split(" | ")))
    if not given.key: say(f"Clé lue dans ce dossier : {key.hex()}", f"Key read in this folder: {key.hex()}")
    return say(*(("ROMPU", "BROKEN") if wrong else ("INTACT", "WHOLE"))) or int(bool(wrong))
if __name__ == "__main__": sys.exit(sys.stdout.reconfigure(errors="replace") or main())
