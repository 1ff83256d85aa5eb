"""The book on both databases: races, kills, migrations, backups."""
