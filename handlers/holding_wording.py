"""What is said while publishing is paused."""

PAUSED = "现在是“暂停发布”，往居民群里的都先不发，这一条没有发出去。请管理员在工作台“日程”里恢复发布，再发一次。"
