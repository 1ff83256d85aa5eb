"""The staff desk, page by page."""
