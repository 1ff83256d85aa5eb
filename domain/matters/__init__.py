"""Matters: what somebody still has to decide or do, from its opening to its close."""
