"""Chinese text becomes an intent with slots, or nothing."""
