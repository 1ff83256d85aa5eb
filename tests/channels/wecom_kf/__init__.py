"""微信客服: its callback, its conversations and its five replies."""
