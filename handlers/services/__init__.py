"""Requests for help, projects and disputes: asked, claimed, talked over, done."""
