"""``gridbot roles``."""

import argparse

SUMMARY = "say which chat account acts as which member of the staff"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    helps = {
        "list": "all staff and their accounts",
        "give": "let an account act as a member of the staff",
        "take": "let no account act as a member of the staff any longer",
    }
    for act, summary in helps.items():
        one = acts.add_parser(act, help=summary, description=summary)
        takes_settings(one)
        if act != "list":
            one.add_argument("name", help="the name in the register")
            one.add_argument("role", help="the role in the register, such as 网格员")
            one.add_argument("--grid", default="", help="where several have that name and role")
        if act == "give":
            one.add_argument(
                "--channel", default="", help="the account's channel; without it the only account of that name"
            )
            one.add_argument("--account", default="", help="the platform's id of the account")


def run(arguments: argparse.Namespace) -> int:
    """Do one of them."""
    from bot.clock import MachineClock
    from bot.operating.appointing import Post, give_role, list_roles, take_role
    from bot.operating.carrying_out import carried_out

    if arguments.act == "list":
        return carried_out(arguments, list_roles)
    given = {key: getattr(arguments, key, "") for key in ("name", "role", "grid", "channel", "account")}
    work = give_role if arguments.act == "give" else take_role
    at = int(MachineClock().now().timestamp() * 1000)
    return carried_out(arguments, lambda config: work(config, Post(**given), at))
