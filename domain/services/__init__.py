"""Requests for help, projects and disputes: who may take one on, and how it goes on."""
