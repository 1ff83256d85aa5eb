"""The bot beside its peers and its floors; run with ``python -m benchmarks``."""
