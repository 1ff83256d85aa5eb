"""Workbooks: registers read from .xlsx and .csv without trusting them, and sheets written as plain text."""
