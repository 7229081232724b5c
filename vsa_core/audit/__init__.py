"""The journal: what was asked, by whom, when and why, so that nothing can be changed unseen."""
