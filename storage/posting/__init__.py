"""How each kind of effect is written: one file per kind, each naming the effects it posts."""
