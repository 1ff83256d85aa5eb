"""Pictures and papers as they are laid and drawn."""
