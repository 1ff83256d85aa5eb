"""Questions about the rules: answered from the lists, otherwise by the grid worker."""
