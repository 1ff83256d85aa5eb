"""What the book says to the people who start the bot."""

BOOK_IN_USE = "已经有一个机器人在用这个账本（{name}），请先关掉那一个再启动"
