"""The register of a community: who and what it holds, and how its sheets are read."""
