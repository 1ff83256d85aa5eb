"""The embedded channel: people, chats and messages that live in this process and a web page."""
