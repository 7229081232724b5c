from vsa_core.domain.verdict import Verdict


def test_the_words_are_those_of_the_journal() -> None:
    assert [verdict.value for verdict in Verdict] == ["match", "reject", "doubt"]
