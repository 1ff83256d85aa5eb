"""The rewards shop: vouchers, stock, bookings, and which points paid."""
