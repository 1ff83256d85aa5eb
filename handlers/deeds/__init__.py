"""Deeds that people declare themselves: told with a photo, answered by a reply."""
