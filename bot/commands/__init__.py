"""The shelf of the operator's subcommands: one file each, with SUMMARY, ``configure`` and ``run``."""
