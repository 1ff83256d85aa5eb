"""What the simulator itself writes into a chat."""

PICTURE = "[图片]"
