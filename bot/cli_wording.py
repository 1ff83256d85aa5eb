"""What the command line says about a line that it cannot read."""

UNREADABLE = "这样写看不懂，什么都没有做（{message}）。请用“{program} --help”看怎么写。"
