"""Points: balances, ratings, rules, and what staff enter."""
