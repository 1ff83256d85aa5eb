"""The way of one message: understand, identify, permit, run, commit, reply."""
