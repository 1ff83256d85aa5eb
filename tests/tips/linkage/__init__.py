"""Whether a thief of the database can tell who reported: a year is played, stolen, and attacked in eight ways."""
