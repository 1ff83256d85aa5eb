"""Screening and scoring of the yearly awards."""
