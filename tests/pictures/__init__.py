"""Photos that come in, drawn anew without what they carried."""
