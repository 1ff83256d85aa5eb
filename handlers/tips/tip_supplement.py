"""The command 补充举报: how people ask for it."""

from domain.command import ANYONE, Command, Where, Words

command = Command(
    intent="tip_supplement",
    title="补充举报",
    words=Words(
        names=(
            "补充举报",
            "补充",
        ),
        phrases=(
            r"(我|我们|给|对|还|再)*(补充|追加|添加|补)(<一下>|举报|说明|材料|线索|证据|内容|点|一点|一条|两句|几句|情况|信息|个)*[\s,，:：]*(我)?(的)?(回执|回执号|单号|号码|编号|号)*(是)?~{receipt}~{content:text}?",
            r"(我)?(回执|回执号|单号|举报|编号|号码|给|对|这个|[:：])*~{receipt}(这个|那个|的|举报|单子|件|号|[,，\s])*(我)?(要|想|还要|还想|再|需要|来)*(补充|追加|补)(<一下>|举报|说明|材料|线索|点|一点|一条|两句|几句|情况)*~{content:text}?",
            "(补充|追加)(<一下>|举报|说明|材料|线索|证据|内容)*",
            r"(补充|追加)(<一下>|举报|说明|材料|线索|证据)*[\s,，:：]+{content:text}",
        ),
        quoted="receipt",
    ),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    confidential=True,
    writes=True,
    examples={"补充 3847 1029 5561 0923 昨晚又充了": {"receipt": "3847102955610923", "content": "昨晚又充了"}},
)
