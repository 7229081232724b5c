"""Steps of ledger rows are the rows again."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.track import LEDGER
from vsa_core.store.ledger_steps import restored, stepped

_ROW = st.tuples(
    *(st.integers(0, 2**32 - 1) for _ in range(4)),
    *(st.integers(-(2**60), 2**60) for _ in range(2)),
    st.integers(0, 10),
    st.integers(0, 2**64 - 1),
    *(st.integers(0, 2**32 - 1) for _ in range(2)),
)


@given(st.lists(_ROW, max_size=20))
def test_steps_are_undone_whatever_the_rows(drawn: list[tuple[int, ...]]) -> None:
    rows = np.array(drawn, LEDGER)
    assert restored(stepped(rows)).tobytes() == rows.tobytes()


def test_rows_one_after_another_leave_hardly_anything() -> None:
    rows = np.zeros(50, LEDGER)
    rows["chain"] = rows["row"] = np.arange(50)
    rows["count"] = 30
    rows["offset"] = 30 * np.arange(50)
    steps = stepped(rows)
    assert steps["offset"].tolist() == [0] * 50
    assert steps["chain"].tolist() == [0] + [1] * 49
