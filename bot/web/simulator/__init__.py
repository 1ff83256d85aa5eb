"""The simulator's page and the API it stands on."""
