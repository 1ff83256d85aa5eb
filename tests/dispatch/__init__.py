"""Who may use what, and what newcomers read."""
