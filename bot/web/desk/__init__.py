"""The staff desk (工作台): pages on loopback for the administrator and the staff."""
