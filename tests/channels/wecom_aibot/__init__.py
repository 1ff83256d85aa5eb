"""WeCom's robot over its long connection, against a stand-in for the platform."""
