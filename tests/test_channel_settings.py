"""The ``[channels.NAME]`` tables: every mistake at once, no secret in the open, and what a start makes of them."""

import asyncio
import re
import subprocess
import sys
import tomllib
from contextlib import suppress
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar

from bot.channels.around import open_channels
from bot.channels.secret import Secret
from bot.channels.tables import kinds
from bot.channels.wechaty.settings import Settings
from bot.cli import main
from bot.clock import MachineClock
from bot.config import BrokenConfig, Config, load_config, read_config, require_secrets
from bot.connecting import connected
from domain.channel import Channel
from domain.happenings import Happening
from domain.mistake import Mistake

GOOD = '[channels.wx]\ntype = "wechaty"\nendpoint = "127.0.0.1:8788"\ntoken = "puppet_hush_7"\n'


def mistakes(text: str) -> list[tuple[str, str]]:
    with pytest.raises(BrokenConfig) as broken:
        read_config(text.encode(), "config.toml")
    return [(one.path, one.sentence) for one in broken.value.mistakes]


def paths(text: str) -> list[str]:
    return [path for path, _ in mistakes(text)]


def ignored(_name: str, _happening: Happening) -> None:
    """Nobody wants to know."""


def opened(config: Config, **environment: str) -> dict[str, Channel]:
    return open_channels(config.channels, MachineClock().now, environment, ignored)


def test_a_good_table_is_typed_and_hides_its_secret() -> None:
    config = read_config(GOOD.encode(), "config.toml")
    assert config.channels["wx"].settings == Settings(endpoint="127.0.0.1:8788", token=Secret("puppet_hush_7"))
    assert "puppet_hush_7" not in repr(config)
    assert kinds() == tuple(sorted(kinds()))
    assert "wechaty" in kinds()
    assert "simulator" not in kinds()


def test_a_channel_is_called_as_its_table() -> None:
    config = read_config((GOOD + GOOD.replace("wx", "second")).encode(), "config.toml")
    assert {name: channel.name for name, channel in opened(config).items()} == {"second": "second", "wx": "wx"}


def test_every_mistake_is_told_at_once_with_its_path() -> None:
    text = (
        '[web]\nport = "x"\n'
        '[channels.wx]\ntype = "wechaty"\nendpoint = "gateway.example"\ntokens = "hush"\ntls = "no"\n'
        '[channels.second]\ntype = "wechat"\n'
        '[channels.third]\nendpoint = "127.0.0.1:8788"\n'
        '[channels."四"]\ntype = "wechaty"\ntoken = "a"\ntoken_file = "b"\n'
        '[channels.simulator]\ntype = "wechaty"\ntoken = 5\nendpoint = "127.0.0.1:0"\n'
    )
    assert sorted(paths(text)) == sorted(
        [
            "web.port",
            "channels.wx.endpoint",
            "channels.wx.token",
            "channels.wx.tokens",
            "channels.wx.tls",
            "channels.second.type",
            "channels.third.type",
            "channels.四",
            "channels.四.token",
            "channels.四.endpoint",
            "channels.simulator",
            "channels.simulator.token",
            "channels.simulator.endpoint",
        ]
    )
    assert "hush" not in str(mistakes(text))


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ('[channels.counter]\ntype = "manual"\n', "channels.counter", "换"),
        ("channels = 3\n", "channels", "一组"),
        ("[channels]\nwx = 3\n", "channels.wx", "一组"),
        ('[channels.wx]\ntype = "wechat"\n', "channels.wx.type", "wechaty"),
        ('[channels.wx]\ntype = "../simulator"\n', "channels.wx.type", "能写的有"),
        ("[channels.wx]\ntype = [1]\n", "channels.wx.type", "能写的有"),
        (GOOD.replace(":8788", ":99999"), "channels.wx.endpoint", "地址:端口"),
        (GOOD.replace("127.0.0.1:8788", ":8788"), "channels.wx.endpoint", "地址:端口"),
        (GOOD.replace("endpoint", "endpiont"), "channels.wx.endpiont", "endpoint"),
        (GOOD.replace("token", "token_fil"), "channels.wx.token", "token_env"),
    ],
)
def test_a_mistake_says_what_to_write_instead(text: str, path: str, words: str) -> None:
    assert any(found == path and words in sentence for found, sentence in mistakes(text))


def _file(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return path


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
@pytest.mark.parametrize(
    ("text", "where"),
    [
        (GOOD, "channels.wx.token"),
        ('[database]\nurl = "postgresql+asyncpg://u:hush_7@127.0.0.1/db"\n', "database.url"),
    ],
)
def test_c001_settings_with_a_secret_are_their_owners_alone(tmp_path: Path, text: str, where: str, mode: int) -> None:
    path = _file(tmp_path, text, mode)
    with pytest.raises(BrokenConfig, match="chmod 600") as broken:
        load_config(path, {})
    assert [one.path for one in broken.value.mistakes] == [where]
    assert "hush_7" not in str(broken.value)
    path.chmod(0o600)
    assert load_config(path, {}) == read_config(text.encode(), "config.toml")


def test_settings_without_a_secret_may_be_read_by_all(tmp_path: Path) -> None:
    without = GOOD.replace('token = "puppet_hush_7"', 'token_env = "TOKEN"')
    assert load_config(_file(tmp_path, without, 0o644), {}).channels["wx"].secrets == {
        "token": Secret(variable="TOKEN")
    }


def test_a_secret_comes_from_a_file_or_the_environment(tmp_path: Path) -> None:
    kept = tmp_path / "token"
    kept.write_text("puppet_hush_7\n", "utf-8")
    kept.chmod(0o600)
    assert Secret(file=str(kept)).reveal({}) == "puppet_hush_7"
    assert Secret(variable="TOKEN").reveal({"TOKEN": "puppet_hush_7"}) == "puppet_hush_7"
    assert Secret("puppet_hush_7").reveal({"TOKEN": "other"}) == "puppet_hush_7"


def test_only_the_start_needs_the_secrets_and_names_all_that_are_missing(tmp_path: Path) -> None:
    loose, empty = tmp_path / "loose", tmp_path / "empty"
    loose.write_text("hush_7", "utf-8")
    loose.chmod(0o644)
    empty.write_text("\n", "utf-8")
    empty.chmod(0o600)
    ways = {
        "a": 'token_env = "NOT_SET"',
        "b": f'token_file = "{(tmp_path / "none").as_posix()}"',
        "c": f'token_file = "{loose.as_posix()}"',
        "d": f'token_file = "{empty.as_posix()}"',
        "e": 'token = "puppet_hush_7"',
    }
    tables = (GOOD.replace("wx", name).replace('token = "puppet_hush_7"', way) for name, way in ways.items())
    config = load_config(_file(tmp_path, "".join(tables)), {})
    with pytest.raises(BrokenConfig) as broken:
        require_secrets(config, {})
    assert [one.path for one in broken.value.mistakes] == [f"channels.{name}.token" for name in "abcd"]
    assert "chmod 600" in broken.value.mistakes[2].sentence
    assert "hush_7" not in str(broken.value)


def test_a_missing_package_is_one_sentence_and_only_a_configured_channel_needs_it(tmp_path: Path) -> None:
    """没装附加包 → 一句话说装什么；别的命令照常。"""
    data = f'[data]\ndirectory = "{(tmp_path / "data").as_posix()}"\n'
    path = _file(tmp_path, data + GOOD)
    lacking = "import sys; sys.modules['wechaty_grpc'] = None; from bot.cli import main; sys.exit(main(sys.argv[1:]))"

    def types(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", lacking, *words, "--config", str(path)],
            cwd=Path(__file__).resolve().parents[1],
            capture_output=True,
            check=False,
            timeout=60,
        )
        return done.returncode, done.stderr.decode()

    code, told = types("run")
    assert code == 2
    assert told.rstrip("\n") == (
        "渠道 wx（wechaty）要用的附加包没有装好（缺 wechaty_grpc），"
        "请在程序目录运行：.venv/bin/python -m pip install '.[wechaty]'"
    )
    assert types("rooms", "list") == (0, "")


def test_a_start_that_cannot_be_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, GOOD.replace('token = "puppet_hush_7"', 'token_env = "NO_SUCH_TOKEN"'), 0o644)
    assert main(["run", "--config", str(path)]) == 2
    assert (
        capsys.readouterr().err
        == "配置有误，请改好再启动：\nchannels.wx.token：环境变量 NO_SUCH_TOKEN 里没有口令，请先设好再启动。\n"
    )
    assert list(tmp_path.iterdir()) == [path]


def visiting(address: str) -> ClientSession:
    # The page is at an address without a name, which usually gets no cookies.
    return ClientSession(address, cookie_jar=CookieJar(unsafe=True))


async def test_beside_a_real_channel_there_is_no_simulator(tmp_path: Path) -> None:
    """配置了微信和手工 → 两扇门都开着，网页上只有工作台和健康检查，时钟是电脑的，模拟器的接口一个也没有。"""
    text = f'[web]\nport = 0\n[data]\ndirectory = "{(tmp_path / "data").as_posix()}"\n' + GOOD.replace("8788", "9")
    text += '[channels.paste]\ntype = "manual"\n'
    config = read_config(text.encode(), "config.toml")
    async with connected(config, MachineClock(), {}) as bot, visiting(bot.address) as visitor:
        working = asyncio.create_task(bot.app.run())
        found = {}
        for path in ("/", "/desk", "/api/state", "/index.html"):
            async with visitor.get(path, allow_redirects=False) as answer:
                found[path] = answer.status
        async with visitor.get("/health") as answer:
            checks = (await answer.json())["checks"]
        assert checks["channel_wx"] in {"look", "bad"}
        assert (checks["channel_paste"], checks["to_paste"]) == ("good", "good")
        async with visitor.get(bot.desk) as answer:
            assert answer.status == 200
            assert "工作台" in await answer.text()
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working
    assert isinstance(bot.app.clock, MachineClock)
    assert list(bot.app.channels) == ["paste", "wx"]
    assert found == {"/": 303, "/desk": 401, "/api/state": 404, "/index.html": 404}
    assert not (tmp_path / "data" / "simulator").exists()


def test_mistakes_read_as_lines() -> None:
    assert str(Mistake("config.toml", "channels.wx.token", "缺少。")) == "config.toml channels.wx.token：缺少。"


def uncommented(example: str) -> str:
    """The example with its tables of channels switched on."""
    return re.sub(r"^# (?=\[channels\.[a-z_]+\]|[a-z_]+ = )", "", example, flags=re.MULTILINE)


def test_the_example_shows_every_channel_with_all_its_settings() -> None:
    text = uncommented((Path(__file__).resolve().parents[1] / "config.example.toml").read_text("utf-8"))
    found = {one.type: one for one in read_config(text.encode(), "config.example.toml").channels.values()}
    assert tuple(sorted(found)) == kinds()
    shown = tomllib.loads(text)["channels"]
    for one in found.values():
        given = {key.removesuffix("_file") for key in shown[one.name]} - {"type"}
        assert given == {f.name.removesuffix("_file") for f in fields(one.settings)}
        defaults = {f.name: f.default for f in fields(one.settings) if f.default is not MISSING}
        assert {key: getattr(one.settings, key) for key in defaults} == defaults


def test_what_rests_on_a_secret_is_checked_once_it_is_known(tmp_path: Path) -> None:
    """群机器人的地址写错、客服的 AESKey 不是 43 位 → 启动前一次列出，不露出口令。"""
    text = (
        '[channels.robot]\ntype = "wecom_webhook"\nurl_env = "ROBOT"\n'
        '[channels.kf]\ntype = "wecom_kf"\ncorpid = "ww1"\nopen_kfid = "wk1"\nport = 0\n'
        'secret_env = "A"\ntoken_env = "B"\naes_key_env = "C"\n'
    )
    config = read_config(text.encode(), "config.toml")
    environment = {"ROBOT": "http://hush.example/send?key=1", "A": "hush", "B": "hush", "C": "hush"}
    with pytest.raises(BrokenConfig) as broken:
        require_secrets(config, environment)
    assert [one.path for one in broken.value.mistakes] == [
        "channels.robot.url",
        "channels.kf.aes_key",
        "channels.kf.port",
    ]
    assert "hush" not in str(broken.value)


def test_wrong_values_are_told_together_with_wrong_names() -> None:
    """端口、名字、数据库网址写错，又有不认识的设置 → 一次全列出来，各有位置。"""
    text = (
        'odd = 1\n[bot]\nname = "小\\u202e信"\n[community]\nname = ""\n[web]\nport = -1\n'
        '[database]\nurl = "mysql://x"\n[channels.x]\ntype = "telegram"\n'
    )
    assert sorted(path for path, _ in mistakes(text)) == sorted(
        ["odd", "bot.name", "community.name", "web.port", "database.url", "channels.x.type"]
    )
    assert mistakes('[bot]\nname = "' + "长" * 41 + '"\n')[0][0] == "bot.name"
