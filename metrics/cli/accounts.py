"""How a month of the ledger is printed for people."""

from collections.abc import Iterator
from typing import Any

from metrics.rewards.money import in_main_units

_SHORT = 12


def printed(account: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a month: where it stands, its statements, what is paid with it, and the sum."""
    currency = next((each["currency"] for each in account["statements"]), "CNY")
    basis = f"load {account['load']} as of {account['as_of']}, policy {account['policy'][:_SHORT]}"
    yield f"{account['month']}  {account['state']}  {basis}"
    for step in account["steps"]:
        reason = f": {step['reason']}" if "reason" in step else ""
        yield f"  {step['at']}  {step['step']} by {step['by']} (entry {step['entry']}){reason}"
    for each in account["statements"]:
        amount = in_main_units(each["amount_minor"], each["currency"])
        yield f"  {each['unit']:12} {each['part']:12} {each['rule']:18} {amount:>18}"
    yield from (_adjustment("adjustment of", each, currency) for each in account["adjustments"])
    yield from (_adjustment("paid with " + each["paid_in"], each, currency) for each in account["later_adjustments"])
    total = account["amount_minor"]
    yield f"  {'sum':44} {'no statement' if total is None else in_main_units(total, currency):>18}"


def _adjustment(what: str, each: dict[str, Any], currency: str) -> str:
    closed, adjusted, now = (
        "without a statement" if each[f"{name}_minor"] is None else in_main_units(each[f"{name}_minor"], currency)
        for name in ("closed", "adjusted", "current")
    )
    told = [f"closed {closed} (load {each['closed_load']})", f"adjusted {adjusted}", f"now {now} (load {each['load']})"]
    why = f"appeal {each['appeal']}" if each["reason"] == "appeal" else "later data"
    amount = in_main_units(each["amount_minor"], currency)
    return f"  {what} {each['month']} {each['unit']} {each['part']} ({why}): {', '.join(told)}: {amount}"
