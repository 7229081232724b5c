"""Which of the tracks of a finding stands for an instant of it, and which files they lie in."""

from vsa_core.domain.track import Tracks
from vsa_core.events.interface import Finding


def witness(tracks: Tracks, finding: Finding, at: int) -> int:
    """The row whose sightings address the instant: the finding's own where it was there then.

    A gathering begins before the one who stays longest has come: then another
    of its tracks, there at that instant, tells where in its film it lies; the
    nearest in time where nobody was there.
    """
    rows = (finding.row, *finding.others)
    return min(rows, key=lambda row: _away(tracks, row, at))


def parts_of(tracks: Tracks, finding: Finding) -> list[int]:
    """The parts of the film that the finding rests on, each once, in the film's order."""
    parts = dict.fromkeys(tracks.part[finding.first : finding.last + 1].tolist())
    for row in finding.others:
        points = tracks.points_of(row)
        times = tracks.t[points]
        low = max(0, int(times.searchsorted(finding.at, "right")) - 1)
        high = int(times.searchsorted(finding.until, "left")) + 1
        parts |= dict.fromkeys(tracks.part[points][low:high].tolist())
    return sorted(parts)


def _away(tracks: Tracks, row: int, at: int) -> int:
    """Microseconds between the instant and the life of the track."""
    points = tracks.points_of(row)
    return max(int(tracks.t[points.start]) - at, at - int(tracks.t[points.stop - 1]), 0)
