"""The shape of the house: imports, sizes, names, words."""
