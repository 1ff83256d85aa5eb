"""Workbooks and CSV files, read and written."""
