"""Tests of the WeChat channel, most of them against a real gateway."""
