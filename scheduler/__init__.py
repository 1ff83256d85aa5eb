"""What the bot says unasked: due jobs become posts, posts are delivered."""
