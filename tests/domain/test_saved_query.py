from vsa_core.domain.query import Query
from vsa_core.domain.saved_query import Saved


def test_a_saved_question_is_a_value() -> None:
    assert Saved("porte", Query("seen"), "alice", 1) == Saved("porte", Query("seen"), "alice", 1)
