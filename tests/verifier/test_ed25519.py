"""The verifier's own Ed25519, held against RFC 8032 and against OpenSSL."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from resources.verifier import cosign
from resources.verifier.verify_audit import (
    ORDER,
    Broken,
    P,
    add,
    against,
    compressed,
    decompressed,
    holds,
    key_id,
)
from tests.verifier.oracle import SMALL, signed

# RFC 8032, 7.1: seed, public key, message, signature.
VECTORS = [
    ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b"
     "46bd25bf5f0595bbe24655141438e7a100b"),
    ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11"
     "d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc"
     "6594a7c15e9716ed28dc027beceea1ec40a"),
]  # fmt: skip

OTHER_FORMS = [
    (P + 1).to_bytes(32, "little"),
    (P).to_bytes(32, "little"),
    (1 | 1 << 255).to_bytes(32, "little"),
    (P - 1 | 1 << 255).to_bytes(32, "little"),
    bytes([2]) + bytes(31),
    bytes(31),
    bytes(33),
    b"",
]
"""Bytes that are no point, or not the one form of theirs."""


@pytest.mark.parametrize(("seed", "key", "message", "signature"), VECTORS)
def test_the_vectors_of_rfc_8032_hold(seed: str, key: str, message: str, signature: str) -> None:
    secret, public, said, mark = (bytes.fromhex(text) for text in (seed, key, message, signature))
    assert cosign.public_key(secret) == public
    assert cosign.sign(secret, said) == mark
    assert holds(public, said, mark)
    assert not holds(public, said + b"\0", mark)


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200))
def test_signatures_are_those_of_openssl(seed: bytes, message: bytes) -> None:
    theirs = Ed25519PrivateKey.from_private_bytes(seed)
    assert cosign.public_key(seed) == theirs.public_key().public_bytes_raw()
    assert cosign.sign(seed, message) == theirs.sign(message)


@given(st.binary(max_size=80), st.integers(0, 511), st.integers(0, 15))
def test_a_changed_signature_is_judged_as_openssl_does(
    message: bytes, bit: int, times: int
) -> None:
    secret = Ed25519PrivateKey.from_private_bytes(bytes([7]) * 32)
    key, signature = secret.public_key().public_bytes_raw(), secret.sign(message)
    flipped = bytearray(signature)
    flipped[bit // 8] ^= 1 << bit % 8
    s = int.from_bytes(signature[32:], "little") + times * ORDER
    malleable = signature[:32] + s.to_bytes(32, "little")
    for mark in (signature, bytes(flipped), malleable):
        assert holds(key, message, mark) == signed(key, message, mark)
    assert holds(key, message, malleable) == (times == 0)


@pytest.mark.parametrize("length", [0, 32, 63, 65, 128])
def test_a_signature_has_64_bytes(length: int) -> None:
    key = cosign.public_key(bytes(32))
    assert not holds(key, b"", (cosign.sign(bytes(32), b"") * 2)[:length])


@pytest.mark.parametrize("text", SMALL)
def test_a_key_of_small_order_is_refused(text: str) -> None:
    with pytest.raises(Broken):
        against(bytes.fromhex(text))


@pytest.mark.parametrize("text", SMALL)
def test_a_key_with_a_part_of_small_order_is_refused(text: str) -> None:
    good = decompressed(cosign.public_key(bytes(32)))
    small = decompressed(bytes.fromhex(text)) if text not in (SMALL[3],) else (0, 1, 1, 0)
    mixed = compressed(add(good, small))
    if small[0] == 0 and small[1] == 1:
        assert against(mixed)
    else:
        with pytest.raises(Broken):
            against(mixed)


@pytest.mark.parametrize("data", OTHER_FORMS)
def test_bytes_that_are_not_the_one_form_of_a_point_are_refused(data: bytes) -> None:
    with pytest.raises(Broken):
        decompressed(data)


def test_the_note_of_another_maker_has_our_key_identifier_and_signature() -> None:
    # The example of golang.org/x/mod/sumdb/note, which C2SP's signed notes come from.
    key = base64.b64decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")[1:]
    mark = base64.b64decode(
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJ"
        "nAM="
    )
    text = (
        b"If you think cryptography is the answer to your problem,\n"
        b"then you don't know what your problem is.\n"
    )
    assert key_id("PeterNeumann", 1, key) == mark[:4] == bytes.fromhex("c74f20a3")
    assert holds(key, text, mark[4:])


def test_the_key_file_is_json() -> None:
    assert json.loads(cosign.locked("dpo", bytes(32), "a long passphrase"))["v"] == 1
