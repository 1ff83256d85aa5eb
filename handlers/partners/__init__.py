"""Help from and with partners: requests, disputes, shared resources."""
