"""What the operator does from the command line; each subcommand has its work here."""
