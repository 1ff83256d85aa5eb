"""What is said about votes."""

NO_REASON = "没有同意"
NO_BOARD = "没有找到等您表态的事，什么都没有改。请引用那张卡片再回“同意”或“反对”。"
