"""The quarterly red and black board: drawn from the ledger by rules alone, voted on, published, taken down."""
