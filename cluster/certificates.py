"""The rack's own authority, and one certificate for each machine: EC P-256, dated, for TLS."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey as PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from vsa_core.domain.moment import MICROSECONDS

LEEWAY = timedelta(days=1)
"""A certificate is valid from a day before it is made: a rack without internet has slow clocks."""

AUTHORITY = "Relecture rack"


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """A certificate and its private key, both PEM (RFC 7468)."""

    certificate: bytes
    key: bytes = field(repr=False)


def authority(now: int, days: int) -> Paper:
    """A new authority, which may sign machines and nothing else; `now` in microseconds since 1970.

    It signs itself, may not make other authorities (path length 0, RFC 5280),
    and ends after `days`.
    """
    key = generate_private_key(SECP256R1())
    name = _name(AUTHORITY)
    builder = _begun(name, name, key, now, days).add_extension(
        x509.BasicConstraints(ca=True, path_length=0), critical=True
    )
    return _signed(builder.add_extension(_usage(signs=True), critical=True), key, key)


def issued(by: Paper, name: str, now: int, days: int) -> Paper:
    """A certificate for the machine or part called `name`, signed by the authority.

    Machines of a rack call each other: each certificate serves both ends of a
    connection. It does not outlive its authority.
    """
    signer = load_pem_private_key(by.key, None)
    assert isinstance(signer, PrivateKey)
    above = x509.load_pem_x509_certificate(by.certificate)
    key = generate_private_key(SECP256R1())
    left = (above.not_valid_after_utc - _instant(now)).days
    both = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
    builder = (
        _begun(_name(name), above.subject, key, now, min(days, left))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage(both), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    )
    return _signed(builder, signer, key)


def _begun(
    name: x509.Name, issuer: x509.Name, key: PrivateKey, now: int, days: int
) -> x509.CertificateBuilder:
    start = _instant(now)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start - LEEWAY)
        .not_valid_after(start + timedelta(days=days))
    )


def _signed(builder: x509.CertificateBuilder, signer: PrivateKey, key: PrivateKey) -> Paper:
    return Paper(
        builder.sign(signer, SHA256()).public_bytes(Encoding.PEM),
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    )


def _usage(signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs,
        crl_sign=signs,
        encipher_only=False,
        decipher_only=False,
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _instant(now: int) -> datetime:
    return datetime.fromtimestamp(now // MICROSECONDS, UTC)
