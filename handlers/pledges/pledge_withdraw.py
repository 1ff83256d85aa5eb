"""The command 撤回承诺: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="pledge_withdraw",
    title="撤回承诺",
    words=Words(
        names=("撤回承诺",),
        phrases=(
            "(撤回|撤销|取消|收回|退出)(我)?<的>?(签<的>)?承诺书?~{pledge}(承诺书?)?",
            "(把)?(撤回|撤销|取消|收回)?(我|签)*<的>?{pledge}<的>?承诺书?(给我|帮我|我要|我想)*(撤回|撤销|取消|收回)(掉|了)?",
            "(撤回|撤销|取消|收回|退出)(我|签|<的>)*{pledge}<的>?承诺书?",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    examples={"撤回承诺 文明养犬": {"pledge": "文明养犬"}},
)
