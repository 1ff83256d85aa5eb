"""Activities, teams, check-in and honours."""
