"""The pure rules of activities: times and hours."""
