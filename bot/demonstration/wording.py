"""What whoever starts the demonstration reads while it is made."""


def making(percent: int) -> str:
    """How far it is."""
    return f"正在准备演示社区… {percent}%"
