"""The community's rules as data: what adds, what takes away, what is promised, given and published."""
