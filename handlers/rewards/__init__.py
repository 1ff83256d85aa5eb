"""What points can be exchanged for, and vouchers."""
