"""The words and rules of the community: standard library only, no clock, no I/O, no async."""
