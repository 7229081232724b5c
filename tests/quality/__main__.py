"""Write the truths of the kinds, for `relecture validate`: python -m tests.quality FOOTAGE OUT."""

import json
import sys
from pathlib import Path

from tests.quality import company_truths, kind_truths


def main(footage: Path, folder: Path) -> None:
    """A truth for each clip, side by side in a folder; the film made backwards lies there too."""
    folder.mkdir(parents=True)
    documents = {
        "forwards": kind_truths.forwards(footage),
        "backwards": kind_truths.backwards(footage, folder / "highway-backwards.mp4"),
        "cars": kind_truths.cars(footage),
        "people": kind_truths.people(footage),
        "pets": company_truths.company(footage, company_truths.PETS),
        "tud": company_truths.company(footage, company_truths.TUD),
    }
    for name, document in documents.items():
        (folder / f"{name}.truth.json").write_text(json.dumps(document), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
