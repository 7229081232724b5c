"""How right the whole road is on real footage, with floors that only rise."""
