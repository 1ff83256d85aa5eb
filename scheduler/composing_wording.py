"""What delivery adds to words by itself."""


def elsewhere(words: str, name: str) -> str:
    """The same, where a document cannot go along."""
    told = f"（文件“{name}”在这里发不了，没有随这条带上。社区还留着：请向网格员要，或到社区工作人员那里打印。）"
    return f"{words}\n{told}" if words else told
