"""Ed25519 keys for tests, each made from one repeated byte."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from vsa_core.export.seal import Party, Signer


def signer(byte: int, role: str) -> Signer:
    key = Ed25519PrivateKey.from_private_bytes(bytes([byte]) * 32)
    return Signer(Party(role, f"key {byte}", key.public_key().public_bytes_raw().hex()), key.sign)


def verify(public_hex: str, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
