from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.x509.oid import ExtendedKeyUsageOID

from cluster.certificates import Paper, authority, issued

NOW = 1_800_000_000_000_000
TODAY = datetime.fromtimestamp(NOW // 1_000_000, UTC)
ABOVE = authority(NOW, 100)


def read(paper: Paper) -> x509.Certificate:
    return x509.load_pem_x509_certificate(paper.certificate)


def test_a_machine_is_signed_by_its_authority_and_by_no_other() -> None:
    own = read(issued(ABOVE, "rue", NOW, 30))
    own.verify_directly_issued_by(read(ABOVE))
    with pytest.raises(InvalidSignature):
        own.verify_directly_issued_by(read(authority(NOW, 100)))


def test_a_machine_can_sign_nobody() -> None:
    own = read(issued(ABOVE, "rue", NOW, 30))
    assert not own.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert not own.extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign


def test_an_authority_can_make_no_other_authority() -> None:
    limits = read(ABOVE).extensions.get_extension_for_class(x509.BasicConstraints).value
    assert (limits.ca, limits.path_length) == (True, 0)


def test_a_certificate_serves_both_ends_of_a_connection() -> None:
    own = read(issued(ABOVE, "rue", NOW, 30))
    told = set(own.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
    assert told == {ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH}


@pytest.mark.parametrize(("days", "kept"), [(30, 30), (100, 100), (400, 100)])
def test_a_certificate_is_dated_and_does_not_outlive_its_authority(days: int, kept: int) -> None:
    own = read(issued(ABOVE, "rue", NOW, days))
    assert own.not_valid_before_utc == TODAY - timedelta(days=1)
    assert own.not_valid_after_utc == TODAY + timedelta(days=kept)


def test_two_machines_have_two_keys_and_two_numbers() -> None:
    first, second = (issued(ABOVE, "rue", NOW, 30) for _ in range(2))
    assert first.key != second.key
    assert read(first).serial_number != read(second).serial_number


def test_a_key_is_not_in_what_a_paper_says_of_itself() -> None:
    assert "PRIVATE" not in repr(ABOVE)
