"""The group robot, which only speaks."""
