"""The articles that refusals cite, by their number of today.

The code of criminal procedure is renumbered by ordonnance 2025-1091:
resources/law/articles.toml has these same keys, with the later numbers.
"""

SCOPE = "CPP art. 230-20"
HELD_DOCUMENTS = "CPP art. 230-21"
ERASURE = "CPP art. 230-22"
HABILITATION = "CPP art. 230-25"
REQUISITION = "CPP art. 60-1, 77-1-1, 99-3"
AUTHORISATION = "CPP art. R. 40-40"
LOGGING = "LIL art. 101"
SAME_PROCEDURE = "Cons. const. 2011-625 DC"
"""The Conseil constitutionnel: only the data of the procedure at hand."""
