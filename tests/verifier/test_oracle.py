"""Two verifiers that share nothing agree: on whole logs, on mutated ones, on known trees."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.verifier import verify_audit
from tests.audit.world import ask, begin
from tests.audit.world import public as journal_key
from tests.verifier.logs import followed, small_log
from tests.verifier.oracle import Refused, Witnessed, accepts, strict, tree
from tests.verifier.running import verdict
from tests.verifier.writer import canonical, lay

# The leaves and roots of Certificate Transparency's own tests (RFC 6962 trees of 1 to 8 leaves).
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"]
LEAVES.append("606162636465666768696a6b6c6d6e6f")
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def leaf(data: bytes) -> bytes:
    """The hash of a leaf."""
    return verify_audit.sha256(b"\0" + data)


def test_both_trees_have_the_known_roots() -> None:
    hashes = [leaf(bytes.fromhex(text)) for text in LEAVES]
    shard = verify_audit.Shard(Path("2026H2"))
    for size, root in enumerate(ROOTS, 1):
        assert tree(hashes[:size]).hex() == root
        node, rest = hashes[size - 1], size - 1
        while rest & 1:
            node, rest = verify_audit.node(shard.peaks.pop(), node), rest >> 1
        shard.peaks.append(node)
        shard.head()
        assert shard.root.hex() == root


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_both_accept_whole_logs(lang: str, tmp_path: Path) -> None:
    folder = lay(tmp_path, {one.name: one.files() for one in followed()})
    assert accepts(folder)
    assert verdict(folder, "--every-seal", "--lang", lang)[0] == 0


def test_both_accept_what_the_program_writes(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 20)
        printed = journal.head_line()
    key = journal_key()
    assert verdict(tmp_path, "--key", key, "--printed", printed, "--every-seal")[0] == 0
    size, root = printed.split(" : ")
    assert accepts(tmp_path, Witnessed(bytes.fromhex(key), printed=((int(size), root),)))


NAMES = st.sampled_from(["audit.jsonl", "audit.jsonl", "audit.jsonl", "head", "inception.json"])


@st.composite
def mutations(draw: st.DrawFn, files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with bytes flipped, put in, taken out or cut off, or lines exchanged."""
    name = draw(NAMES | st.just("cp-000000009.note"))
    data = files[name]
    at, other = draw(st.integers(0, len(data) - 1)), draw(st.integers(0, len(data) - 1))
    lines = data.splitlines(keepends=True)
    first, second = at % len(lines), other % len(lines)
    exchanged = lines[:]
    exchanged[first], exchanged[second] = lines[second], lines[first]
    made = {
        "flip": data[:at] + bytes([data[at] ^ 1 << draw(st.integers(0, 7))]) + data[at + 1 :],
        "insert": data[:at] + draw(st.binary(min_size=1, max_size=3)) + data[at:],
        "remove": data[: min(at, other)] + data[max(at, other) :],
        "cut": data[:at],
        "exchange": b"".join(exchanged),
        "drop": b"".join(lines[:first] + lines[first + 1 :]),
        "repeat": b"".join(lines[: first + 1] + lines[first:]),
    }
    return {**files, name: made[draw(st.sampled_from(sorted(made)))]}


FILES = small_log().files()


@settings(max_examples=100)
@given(mutations(FILES))
def test_a_mutated_log_is_refused_by_both_or_says_the_same(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = lay(Path(place), {"2026H2": files})
        quick, every = verdict(folder)[0] == 0, verdict(folder, "--every-seal")[0] == 0
        assert every == accepts(folder)
    if quick:
        same = [line.partition(b"\t")[0] for line in files["audit.jsonl"].splitlines()]
        assert same == [line.partition(b"\t")[0] for line in FILES["audit.jsonl"].splitlines()]
        assert files["inception.json"] == FILES["inception.json"]
    if every:
        assert files == FILES


@pytest.mark.campaign
@settings(max_examples=5_000)
@given(mutations(FILES))
def test_five_thousand_mutations(files: dict[str, bytes]) -> None:
    test_a_mutated_log_is_refused_by_both_or_says_the_same.hypothesis.inner_test(files)  # type: ignore[attr-defined]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**54), 2**54) | st.text() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=3))
def test_both_take_the_same_json_for_canonical(value: dict[str, object]) -> None:
    try:
        data = canonical(value)
    except UnicodeEncodeError:
        return
    taken = []
    for read in (verify_audit.canonical, strict):
        try:
            taken.append(read(data) == value)
        except (ValueError, Refused):
            taken.append(False)
    assert taken[0] == taken[1]
