"""The pages: simulator, staff desk, health."""
