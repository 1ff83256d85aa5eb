"""The page of figures, in the words of the people who read it."""

import os
import platform
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from benchmarks.comparing import Table
from benchmarks.databases import postgresql_version

_INTRODUCTION = """# 性能

这一页由 `make bench` 写成。每张表里的各行在同一个进程里轮流运行（启动时间除外：那里是轮流启动的子进程），
先空跑一轮，再跑 {rounds} 轮；“测得”是每一轮里两行之比的中位数。绝对数字换一台机器就会变，比值才是要守住的。
比目标差三成以上，重测一次仍然如此，`make bench` 就报失败。没有“比谁”的目标只是列出来看的，不作判断。

    make bench

机器：{machine}
测完时 15 分钟平均负载 {load:.1f}；比核数高，就是别的工作也占着机器，比值会有出入。
"""


def _machine() -> str:
    cpu = platform.processor() or platform.machine()
    about = Path("/proc/cpuinfo")
    if about.is_file():
        names = [line.partition(":")[2].strip() for line in about.read_text().splitlines() if "model name" in line]
        cpu = names[0] if names else cpu
    return (
        f"{cpu}，{os.cpu_count()} 核，Python {platform.python_version()}，"
        f"SQLite {sqlite3.sqlite_version}，PostgreSQL {postgresql_version()}。"
    )


def report(tables: Sequence[Table], rounds: int) -> str:
    """The whole page."""
    head = _INTRODUCTION.format(rounds=rounds, machine=_machine(), load=os.getloadavg()[2])
    return "\n".join([head, *(table.as_markdown() + "\n" for table in tables)])
