"""A document of every form, as the community would fill it in."""

from domain.documents import (
    ActCount,
    BoardSheet,
    CertificateSheet,
    Document,
    NoticeSheet,
    PairsSheet,
    PhotoPair,
    PledgeCopySheet,
    PosterSheet,
    Proof,
    QuarterCount,
    ReportSheet,
    ServiceLine,
    ServiceRecordSheet,
    Table,
    VoucherSheet,
)

POSTER = PosterSheet(
    community="龙江社区",
    grid="二网格",
    bot="网格小信",
    code="https://work.weixin.qq.com/kfid/kfc0123456789abcdef",
    phone="0851-8650 1234",
    box="3栋1单元门厅右侧，绿色铁箱",
    emptied="监督员每周一、周四开箱",
)
BOARD = BoardSheet(
    code="B2026Q4",
    community="龙江社区",
    quarter="2026 年第四季度",
    published="2027 年 1 月 10 日",
    until="2027 年 4 月 10 日",
    proof=Proof(37, 37, 29, 6, "2026.3", 12871, "9f3ac2d47be01588"),
    red=(
        "3栋 李*",
        "罗琼",
        "白云",
        "7栋 欧阳*",
        "陈桂芬",
        "12栋 张*",
        "周国平",
        "5栋 王*",
        "阳光早餐店",
        "2栋 赵*",
        "吴秀英",
        "1栋 孙*",
    ),
    unnamed=9,
    counts=(
        ActCount("一网格", "飞线充电", 6, 6),
        ActCount("二网格", "飞线充电", 4, 3),
        ActCount("二网格", "遛狗不牵绳", 7, 5),
        ActCount("三网格", "电动车停进楼道、占用消防通道或者堵住单元门", 12, 9),
        ActCount("全社区", "其他各项合计", 3, 0),
    ),
    lines=("5栋：电动车在楼道充电，待整改", "11栋：楼道堆放杂物，已经约定 1 月 20 日前清走"),
    shops=("好又多超市：占道堆货，待整改",),
    improved=("养犬：遛狗不牵绳由 15 件降到 7 件，二网格新装了 3 处拾便袋箱。", "飞线充电：由 18 件降到 10 件。"),
    remaining=("电动车进楼道比上季度多 2 件，三网格还缺充电位，项目 P12 已经认领。",),
    repaired=("飞线充电 9 件：拆线 9 条，加装充电口 24 个。", "占用消防通道 9 件：已经清空并划线。"),
    pairs=(
        PhotoPair("三网格 8栋东侧消防通道", "before", "after"),
        PhotoPair("二网格 3栋2单元门厅", "before", "gone"),
    ),
    quarters=(
        QuarterCount("2025 四季度", 52, 31),
        QuarterCount("2026 一季度", 48, 35),
        QuarterCount("2026 二季度", 44, 30),
        QuarterCount("2026 三季度", 41, 33),
        QuarterCount("2026 四季度", 37, 29),
    ),
)
PAIRS = PairsSheet(
    community="龙江社区",
    title="整改前后 三网格",
    pairs=BOARD.pairs,
    note="照片只拍地方，本人同意，有人看过没有人脸、车牌、门牌、姓名和店招。",
)
CERTIFICATE = CertificateSheet(
    number="RY2026-0042",
    name="3栋 张建国家庭",
    honour="五好家庭",
    year="2026 年度",
    reason="常年照顾楼上的孤老，每周送菜、量血压，三年没有间断。",
    issuer="龙江社区居民委员会",
    day="2026 年 12 月 28 日",
)
SERVICE = ServiceRecordSheet(
    number="ZY2026-0107",
    community="龙江社区",
    name="李桂芬",
    period="2026 年 1 月至 12 月",
    by_code=(
        ServiceLine("2026-03-05", "学雷锋清洁日", 120),
        ServiceLine("2026-05-18", "助残日陪伴，到 3栋、5栋和 11栋走访六户人家，帮忙打扫、理发、量血压", 150),
        ServiceLine("2026-09-09", "重阳节包饺子", 95),
    ),
    by_hand=(ServiceLine("2026-07-02", "暴雨夜巡", 180),),
    issuer="龙江社区居民委员会",
    day="2026 年 12 月 31 日",
)
PLEDGE = PledgeCopySheet(
    community="龙江社区",
    title="文明养犬",
    text=(
        "我自愿承诺：",
        "一、出门遛狗牵绳，绳长不超过 1.5 米；人多的时候、乘电梯的时候收短绳子，主动让老人、小孩和孕妇先走。",
        "二、狗拉了随手捡，自己带好拾便袋。",
        "三、按时打疫苗、办犬证；晚上十点到早上六点不让它一直叫。",
        "四、有人提醒时不争吵，先道一声“对不起”。",
    ),
    signer="李桂芬",
    version="2026 年第 2 版（2026 年 6 月 1 日居民会议通过）",
    time="2026 年 11 月 23 日 10:05",
    receipt="C2041",
)
VOUCHER = VoucherSheet(
    community="龙江社区",
    code="V8K2M4QX",
    reward="理发一次（社区理发室）",
    until="2026 年 12 月 23 日",
    where="1栋底商 阳光理发店，周二至周日 9:00–18:00",
)
NOTICE = NoticeSheet(
    community="龙江社区居民委员会",
    name="王秀兰",
    period="2026 年 11 月",
    lines=(("信用分", "118 分"), ("等级", "AA"), ("这个月增加", "+6 分"), ("可以兑换的分", "42 分")),
    day="2026 年 12 月 1 日",
    phone="8650 1234",
)
REPORT = ReportSheet(
    community="龙江社区",
    title="积分月报",
    period="2026 年 11 月",
    tables=(
        Table(
            "各网格",
            ("网格", "加分笔数", "加分", "扣分笔数", "扣分", "参与率"),
            tuple((f"{number}网格", str(120 + number), "640", "3", "-12", "41%") for number in range(1, 41)),
        ),
        Table("兑换", ("奖励", "发出", "核销", "过期"), ()),
    ),
    notes=("举报件数不满 5 件不单列。",),
    day="2026 年 12 月 1 日",
)
ALL: dict[str, Document] = {
    one.form: one for one in (POSTER, BOARD, PAIRS, CERTIFICATE, SERVICE, PLEDGE, VOUCHER, NOTICE, REPORT)
}
