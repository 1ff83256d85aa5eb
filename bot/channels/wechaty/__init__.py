"""WeChat through a Wechaty gateway: rooms and private chats of a personal account."""
