"""What people agree to: being named in public, and credit tips in private."""
