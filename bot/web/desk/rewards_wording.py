"""What the page 兑换 says after something was done."""

NO_COUNT = "请选一样东西，再写加几份；要取走就写负数，例如 -2。"
BELOW = "“{title}”只剩 {left} 份，取不走这么多，什么都没有改。"
ADDED = "改好了：“{title}”这个月现在剩 {left} 份。"
