"""Thanks among neighbours."""
