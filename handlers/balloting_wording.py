"""What is said about votes."""

from collections.abc import Sequence

from domain.register.sheets import ROLE_NAMES
from domain.roles import Role

NO_REASON = "没有同意"
NO_BOARD = "没有找到等您表态的事，什么都没有改。请引用那张卡片再回“同意”或“反对”。"


def waits_for(missing: Sequence[Role]) -> str:
    """Refuses a vote while an office is empty."""
    offices = "和".join(ROLE_NAMES[one] for one in missing)
    return f"现在还没有{offices}，月结和评榜先等着，什么都没有改。等管理员绑好{offices}的账号，再请您表态。"
