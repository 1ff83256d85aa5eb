"""The shelf of the desk's pages: one file per page."""
