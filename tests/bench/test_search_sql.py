"""The questions in SQL: one statement each, and the border passed where ours passes it."""

import duckdb
import numpy as np
import pandas as pd
import pytest

from vsa_core.bench.search_duckdb import DIALECT
from vsa_core.bench.search_questions import FIRST_ZONE, questions
from vsa_core.bench.search_sql import _passed, sql
from vsa_core.bench.search_sqlite import DIALECT as LITE
from vsa_core.domain.moment import Window
from vsa_core.events.border import passing

ASKED = questions("cam", Window(0, 10**12))


@pytest.mark.parametrize("dialect", [DIALECT, LITE])
def test_one_statement_names_the_camera_only_where_one_is_asked(dialect: object) -> None:
    for question in ASKED:
        text = sql(question, 3 if question.camera else None, dialect)  # type: ignore[arg-type]
        assert ";" not in text
        assert ("cam = 3" in text) == (question.camera is not None)


def test_the_border_is_passed_at_the_same_double() -> None:
    rng = np.random.default_rng(1)
    x, y, to_x, to_y = rng.integers(0, 65_536, (4, 3000)).astype(np.float64)
    ours = np.floor(passing(FIRST_ZONE, x, y, to_x, to_y) * 1_000_000_007).astype(np.int64)
    held = duckdb.connect()
    rows = {"sx": x, "sy": y, "ex": to_x, "ey": to_y, "track": np.arange(3000)}
    held.register("drawn", pd.DataFrame(rows))
    steps = "s AS (SELECT *, 0 AS cam, 0 AS t, 0 AS st, 1000000007 AS et FROM drawn)"
    moments = _passed("m", "s", FIRST_ZONE, DIALECT)
    asked = f"WITH {steps}, {moments} SELECT moment FROM m ORDER BY track"
    found = held.execute(asked).fetchall()
    assert [moment for (moment,) in found] == ours.tolist()
