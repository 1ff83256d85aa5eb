"""The pure rules of findings."""
