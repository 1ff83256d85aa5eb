"""WeCom's 智能机器人 over its long connection: staff groups and staff members, with buttons."""
