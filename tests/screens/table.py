"""Every picture, in the order of the work, and the page that lists them."""

from tests.screens import (
    absence,
    answer,
    case,
    door,
    export,
    faults,
    journal,
    people,
    player,
    question,
    validation,
)
from tests.screens.picture import LEAST, Picture

PICTURES = (
    Picture("first-run", "The first run: nobody is enrolled on this machine yet.", door.first_run),
    Picture("founding", "The first person, about to found the installation.", door.founding),
    Picture("founding-complaints", "The same form, with what it lacks.", door.founding_complaints),
    Picture("sign-in", "Signing in: nobody is listed.", door.sign_in),
    Picture("sign-in-waiting", "Five wrong passphrases: the next one waits.", people.waiting),
    Picture("habilitation-ended", "A habilitation that has ended.", people.ended),
    Picture(
        "locked-dark-en",
        "Locked while something runs, in English and dark.",
        people.covered,
        "en",
        "dark",
    ),
    Picture("cases-empty", "No case was entered yet.", door.cases_empty),
    Picture("cases", "Recent cases; one is no longer in its place.", door.cases),
    Picture("case-refused", "A case for somebody whom it does not name.", door.case_refused),
    Picture("case-locked", "A case that another program holds.", door.case_locked),
    Picture("people", "The administrator enrols and renews, and sees no case.", people.people),
    Picture("papers", "The papers of a case: basis, requests, orders, its end.", people.papers),
    Picture("approvals", "What waits for a second person.", people.approvals),
    Picture("new-case", "A new case: the procedure.", case.new_case),
    Picture("new-case-scope", "A new case: cameras, window, expiry.", case.new_case_scope),
    Picture("new-case-place", "A new case: folder, people, motive.", case.new_case_place),
    Picture("new-case-complaints", "What a new case still lacks.", case.new_case_complaints),
    Picture(
        "new-case-refused", "The desk refuses a new case, and says why.", case.new_case_refused
    ),
    Picture("case-empty", "A case without footage.", case.empty),
    Picture("admit", "Files about to be admitted.", case.admitting),
    Picture("footage-states", "Files of every state, one of them explained.", case.odd_files),
    Picture("index", "How closely the footage is to be looked at.", case.index_dialog),
    Picture("indexing", "Indexing, halfway.", case.indexing),
    Picture("indexing-paused", "Indexing, held.", case.indexing_paused),
    Picture("indexing-over", "Indexing has ended.", case.indexing_over),
    Picture("indexing-incomplete", "Some files could not be read.", case.indexing_incomplete),
    Picture("question-empty", "Nothing to ask about without footage.", question.empty),
    Picture("question-begun", "A question as it begins.", question.begun),
    Picture("question-line", "A line is drawn on the camera's picture.", question.line),
    Picture("question-zone", "A zone is drawn.", question.zone),
    Picture("question-crossed", "A zone that crosses itself is refused.", question.crossed),
    Picture("question-filled", "A question ready to be asked.", question.filled),
    Picture("question-no-background", "No picture to draw on yet.", question.no_background),
    Picture("asking", "The question is recorded; the answer is on its way.", answer.asking),
    Picture("results-fr-light", "An answer: results, and what was looked at.", answer.results),
    Picture("results-en-light", "The same in English.", answer.results, "en"),
    Picture("results-fr-dark", "The same, dark.", answer.results, "fr", "dark"),
    Picture("results-fr-contrast", "The same in high contrast.", answer.results, "fr", "contrast"),
    Picture("results-list", "The same answer as a list.", answer.listed),
    Picture("results-decided", "One result retained, one rejected.", answer.decided),
    Picture("results-none", "No result, and not everything was looked at.", answer.nothing),
    Picture("results-failed", "An answer that broke off.", answer.failed),
    Picture("results-refused", "The basis has expired: no answer.", answer.refused),
    Picture("retain", "The motive of a decision.", answer.retaining),
    Picture("examine", "The mask of one track is lifted, on screen only.", player.examine),
    Picture("examine-motive", "The motive that this asks for.", player.examining),
    Picture("player-not-indexed", "Pictures not indexed are not shown.", player.not_indexed),
    Picture("player-unreadable", "Where there is no picture, and why.", player.unreadable),
    Picture("timeline-marked", "A stretch marked with in and out.", player.marked),
    Picture("timeline-close", "The timeline close to one result.", player.zoomed),
    Picture("timeline-many", "Twelve cameras over a few hours.", player.many_cameras),
    Picture("export", "A clip about to leave.", export.choosing),
    Picture("export-writing", "A clip on its way.", export.writing),
    Picture("export-verified", "A clip written, and found whole.", export.verified),
    Picture("export-refused", "An export that the desk refuses.", export.refused),
    Picture("dpo", "The DPO’s desk, the journal found whole.", journal.desk, size=LEAST),
    Picture("dpo-en-dark", "The same in English, dark.", journal.desk, "en", "dark", LEAST),
    Picture("dpo-broad", "Broad questions, their rule and a remark.", journal.broad, size=LEAST),
    Picture("dpo-altered", "One byte was changed: the exact place.", journal.altered, size=LEAST),
    Picture("dpo-replays", "Replays asked for, as counts.", journal.replays, size=LEAST),
    Picture("dpo-take-out", "The ceremony: the journal taken out.", journal.taking_out, size=LEAST),
    Picture("dpo-bring-back", "A note that is refused.", journal.bringing_back, size=LEAST),
    Picture("replay-waiting", "A replay waits in the case entered.", journal.waiting, size=LEAST),
    Picture("validation", "What can be measured, and the models known.", validation.start),
    Picture("validation-running", "A measurement, halfway.", validation.running),
    Picture("validation-refused", "A truth that does not fit its film.", validation.refused),
    Picture("validation-events", "How right the answers are.", validation.events),
    Picture("validation-events-200", "At 200 %.", validation.events, size=LEAST, scale=2),
    Picture("validation-mistakes", "Every mistake with its picture.", validation.mistakes),
    Picture("validation-enlarged", "One mistake, large.", validation.enlarged),
    Picture("validation-boxes", "Boxes by class, dark.", validation.boxes, "fr", "dark"),
    Picture("validation-tracks", "Tracks, in English.", validation.tracks, "en"),
    Picture("validation-coverage", "What was looked at.", validation.coverage, look="contrast"),
    Picture("validation-nothing", "A pane without figures says why.", validation.unlabelled),
    Picture("validation-saved", "The report is saved.", validation.saved),
    Picture("diagnosis", "The machine looked at.", faults.diagnosis),
    Picture("capabilities", "What this program can and cannot do.", absence.capabilities),
    Picture("capabilities-dark", "The same, dark.", absence.capabilities, "fr", "dark"),
    Picture("keys", "Every key.", faults.keys),
    Picture("leaving", "Leaving while something still runs.", faults.leaving),
)

HEAD = """# What the window looks like

Drawn by `make screenshots` from the real window, on an invented case and a rendered archive. Its
figures are cut from the photograph that ultralytics installs, their heads smeared beyond
recognition before anything is rendered. In French and light unless told otherwise.
"""


def page() -> str:
    """docs/screens/README.md."""
    blocks = [f"## {one.name}\n\n{one.shows}\n\n![{one.name}]({one.name}.png)" for one in PICTURES]
    return "\n\n".join([HEAD.strip(), *blocks]) + "\n"
