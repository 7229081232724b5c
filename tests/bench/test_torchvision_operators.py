"""torchvision imports beside a processor's torch, and suppresses boxes as it should."""

import json
import subprocess
import sys

SCRIPT = """
import json, torch
from vsa_core.bench.torchvision_operators import with_torchvision
nms = with_torchvision().ops.nms
assert with_torchvision() is with_torchvision()
boxes = torch.tensor([[0.0, 0, 10, 10], [1, 0, 11, 10], [20, 0, 30, 10], [0, 0, 10, 5]])
scores = torch.tensor([0.5, 0.9, 0.1, 0.8])
kept = [nms(boxes, scores, most).tolist() for most in (0.9, 0.6, 0.4)]
print(json.dumps([*kept, nms(boxes[:0], scores[:0], 0.5).tolist()]))
"""


def test_boxes_are_suppressed_greedily_best_first() -> None:
    # In a process of its own: nothing else here is to meet a torchvision.
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=300
    )
    # Of the first two 90 of 110 is shared, of the second and the last 45 of 105.
    assert json.loads(done.stdout) == [[1, 3, 0, 2], [1, 3, 2], [1, 2], []]
