"""What the bot says to groups unasked: credit tips and how to report."""
