"""One row of each sheet turned into its value, None where the row holds a mistake."""

from domain.register import sheets, wording
from domain.register.grid_names import GridNames
from domain.register.row import RowReader
from domain.register.values import Grid, Partner, Resource, StaffMember, Subject, Team

_NAME = 40


def grid_of(row: RowReader) -> Grid | None:
    """A row of 网格."""
    grid = Grid(
        row.serial("代码") if row.cell("代码").kind != "number" else row.text("代码").removesuffix(".0"),
        row.text("名称", _NAME),
        row.text("社区"),
        row.text("群名称"),
        row.text("工作群名称"),
        row.listed("楼栋"),
        row.text("物业"),
        row.phone("举报电话"),
        row.text("举报地址"),
    )
    return grid if row.sound else None


def subject_of(row: RowReader, grids: GridNames) -> Subject | None:
    """A row of 信用主体."""
    kind = row.one_of("类型", sheets.KINDS)
    name = row.text("名称", _NAME)
    grid = _grid(row, grids)
    address = row.address("地址")
    household, phone, contact = row.serial("户号"), row.phone("电话"), row.text("联系人", _NAME)
    minor = row.one_of("未成年", sheets.YES_NO) or False
    guardian, station = row.text("监护人", _NAME), row.text("文明实践站")
    if minor and kind and kind != "resident":
        row.wrong("未成年", wording.MINOR_NOT_PERSON)
    if kind is None or not row.sound:
        return None
    _doubts(row, kind == "resident", address.is_home)
    return Subject(kind, name, grid, address, household, phone, contact, minor, guardian, station)


def staff_of(row: RowReader, grids: GridNames) -> StaffMember | None:
    """A row of 工作人员."""
    name, role = row.text("姓名", _NAME), row.one_of("角色", sheets.ROLES)
    grid, phone, unit = _grid(row, grids), row.phone("电话"), row.text("单位")
    seat, recusals = row.one_of("管理小组", sheets.SEATS), row.listed("回避")
    if role is None or not row.sound:
        return None
    if not phone:
        row.doubt("电话", wording.NO_PHONE)
    return StaffMember(name, role, grid, phone, unit, seat or "", recusals)


def team_of(row: RowReader) -> Team | None:
    """A row of 志愿队."""
    kind = row.one_of("类型", sheets.TEAM_KINDS) or "volunteer"
    captain = row.text("队长", _NAME)
    members = row.listed("成员")
    team = Team(
        row.text("名称", _NAME),
        row.text("站点"),
        row.text("主题"),
        captain,
        row.phone("队长电话"),
        row.listed("积分项目"),
        kind,
        members if not captain or captain in members else (captain, *members),
    )
    return team if row.sound else None


def partner_of(row: RowReader) -> Partner | None:
    """A row of 合伙人."""
    name, kind = row.text("名称", _NAME), row.one_of("类型", sheets.PARTNER_KINDS)
    contact, phone = row.text("联系人", _NAME), row.phone("电话")
    offers, skills = row.text("提供内容"), row.listed("专长")
    since, until = row.day("协议起"), row.day("协议止")
    if since and until and until < since:
        row.wrong("协议止", wording.END_BEFORE_START)
    if kind is None or not row.sound:
        return None
    return Partner(name, kind, contact, phone, offers, skills, since, until)


def resource_of(row: RowReader) -> Resource | None:
    """A row of 资源."""
    resource = Resource(
        row.text("名称", _NAME),
        row.text("提供方"),
        row.text("地点"),
        row.text("可用时间"),
        row.minutes("每次时长"),
        row.count("人数"),
        row.count("需提前"),
    )
    return resource if row.sound else None


def _grid(row: RowReader, grids: GridNames) -> str:
    said = row.text("网格")
    code = grids.find(said) if said else ""
    if code is None:
        row.wrong("网格", wording.unknown(said[:20]))
    return code or ""


def _doubts(row: RowReader, person: bool, home: bool) -> None:  # noqa: FBT001 - two plain facts of one row
    if person and not home:
        row.doubt("地址", wording.NO_DOOR)
    if not person and not row.cell("联系人").text:
        row.doubt("联系人", wording.NO_CONTACT)
    if row.cell("未成年").text == "是" and not row.cell("监护人").text:
        row.doubt("监护人", wording.NO_GUARDIAN)
