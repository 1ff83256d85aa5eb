"""Tests of scores that fade and grades that wait."""
