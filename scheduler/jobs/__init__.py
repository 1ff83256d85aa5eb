"""The shelf of periodic jobs: one file per job."""
