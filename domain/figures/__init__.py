"""The community in figures: who takes part, what the negative list brings about, how evenly it is used."""
