"""Whole roads, walked as a person walks them: nothing is called from the inside."""
