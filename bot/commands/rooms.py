"""``gridbot rooms``."""

import argparse

SUMMARY = "say which group chat is which grid's, or the staff's own"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    helps = {"list": "the groups that are bound", "bind": "bind a group", "unbind": "let a group be nobody's"}
    for act, summary in helps.items():
        one = acts.add_parser(act, help=summary, description=summary)
        takes_settings(one)
        if act != "list":
            one.add_argument("channel", help="the channel's name in the settings")
            one.add_argument("room", help="the platform's id of the group, as the desk shows it")
        if act == "bind":
            what = one.add_mutually_exclusive_group(required=True)
            what.add_argument("grid", nargs="?", help="the grid's name or code")
            what.add_argument("--staff", action="store_true", help="it is the staff's own group")


def run(arguments: argparse.Namespace) -> int:
    """Do one of them."""
    from bot.clock import MachineClock
    from bot.operating.appointing import Place, bind_room, list_rooms, unbind_room
    from bot.operating.carrying_out import carried_out

    if arguments.act == "list":
        return carried_out(arguments, list_rooms)
    work = bind_room if arguments.act == "bind" else unbind_room
    place = Place(arguments.channel, arguments.room, getattr(arguments, "grid", "") or "")
    at = int(MachineClock().now().timestamp() * 1000)
    return carried_out(arguments, lambda config: work(config, place, at))
