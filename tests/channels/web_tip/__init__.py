"""The page without an account."""
