"""Makes the golden report: `python -m tests.golden.validation.make_report`."""

from pathlib import Path

from tests.validation.assessed import assessment
from vsa_core.validation.report_json import as_json

GOLDEN = Path(__file__).resolve().parent / "validation.json"

if __name__ == "__main__":
    GOLDEN.write_bytes(as_json(assessment()))
