"""Subtraction from chat to ledger: findings, their notice, appeal, settlement and repair."""
