"""Dialogues as tests: what people type, and what the bot answers where."""
