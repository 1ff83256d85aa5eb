"""What is counted instead of timed: the work that messages cost."""
