"""What the simulator itself writes into a chat."""

PICTURE = "[图片]"


def taken_back(name: str) -> str:
    """Somebody took a message back."""
    return f"“{name}”撤回了一条消息"
