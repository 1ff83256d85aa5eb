"""WeCom's customer groups (客户群): what is posted becomes a task that the group's owner confirms in WeCom."""
