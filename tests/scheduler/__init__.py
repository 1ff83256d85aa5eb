"""The calendar and the delivery of what the bot says."""
