"""The menu: a folder per capability, one file per command."""
