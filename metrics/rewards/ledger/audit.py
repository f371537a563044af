"""The audit: whether unaltered entries also bear each other out, step by step and to the cent."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from metrics.calendar import shift_month
from metrics.rewards.ledger.adjustments import Closed, Key, amount_of, key_of
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.entry import STEPS, Entry, Kind
from metrics.rewards.ledger.errors import LedgerError
from metrics.rewards.ledger.faults import Fault, contradicts
from metrics.rewards.ledger.states import Progress, State, require_step

# What is wrong with a statement's own figures; None where they add up to its amount.
Figures = Callable[[Document], str | None]
_SUMS = ("statements", "adjustments", "decided")


def contradiction(entries: Iterable[Entry], figures: Figures) -> Fault | None:
    """Return the first entry that the figures in it, or the entries before it, do not bear out."""
    audit = _Audit(figures)
    for entry in entries:
        told = audit.taken(entry)
        if told is not None:
            return contradicts(entry.sequence, "与其自身数字或此前的账目不符。", told)
    return None


@dataclass
class _Audit:
    """What the entries read so far have come to."""

    figures: Figures
    last: Entry | None = None
    steps: dict[str, Progress] = field(default_factory=dict)
    closed: dict[Key, Closed] = field(default_factory=dict)
    loads: dict[str, int] = field(default_factory=dict)
    paid: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    appeals: dict[int, bool] = field(default_factory=dict)

    def taken(self, entry: Entry) -> str | None:
        """Return what is wrong with the next entry; None where it is taken into account."""
        try:
            told = next(self.wrong(entry), None)
            if told is None:
                self.enter(entry)
        except (KeyError, TypeError, AttributeError) as problem:
            return f"it does not say what an entry of its kind says: {type(problem).__name__} {problem}."
        return told

    def wrong(self, entry: Entry) -> Iterator[str]:
        """Yield what is wrong with the next entry."""
        if self.last and entry.signature.at < self.last.signature.at:
            yield f"it is dated {entry.signature.at}, before the entry before it."
        match entry.kind:
            case Kind.STATEMENT:
                yield from self._of_statement(entry)
            case Kind.ADJUSTMENT:
                yield from self._of_adjustment(entry)
            case Kind.DECISION if self.appeals.get(entry.body["appeal"], True):
                yield f"it decides appeal {entry.body['appeal']}, which is none or was decided."
            case kind if kind in STEPS:
                yield from self._of_step(entry)

    def enter(self, entry: Entry) -> None:
        """Take the entry into account."""
        self.last = entry
        match entry.kind:
            case Kind.STATEMENT:
                self.closed[entry.key] = Closed(amount_of(entry.body["document"]), entry.body["load"])
                self._pay(entry.month, "statements", amount_of(entry.body["document"]))
            case Kind.ADJUSTMENT:
                was = self._closed(entry)
                self.closed[entry.key] = replace(was, adjusted=was.adjusted + entry.body["amount_minor"])
                of_appeal = entry.body["reason"] == "appeal"
                self._pay(entry.body["paid_in"], "decided" if of_appeal else "adjustments", entry.body["amount_minor"])
            case Kind.APPEAL | Kind.DECISION:
                appeal = entry.sequence if entry.kind is Kind.APPEAL else entry.body["appeal"]
                self.appeals[appeal] = entry.kind is Kind.DECISION
            case _:
                self._step(entry)

    def _step(self, entry: Entry) -> None:
        progress = self._progress(entry.month)
        self.steps[entry.month] = replace(progress, steps=(*progress.steps, entry))
        if entry.kind is Kind.CLOSE:
            self.loads[entry.month] = entry.body["load"]

    def _progress(self, month: str) -> Progress:
        return self.steps.get(month, Progress(month))

    def _pay(self, month: str, what: str, amount: int) -> None:
        self.paid.setdefault(month, {name: [] for name in _SUMS})[what].append(amount)

    def _closed(self, entry: Entry) -> Closed:
        return self.closed.get(entry.key) or Closed(None, self.loads.get(entry.month, -1))

    def _of_statement(self, entry: Entry) -> Iterator[str]:
        document = entry.body["document"]
        if key_of(document) != entry.key:
            yield f"it stands for {entry.key}, its statement for {key_of(document)}."
        if self._progress(entry.month).state is not State.APPROVED:
            yield f"it is frozen while {entry.month} is {self._progress(entry.month).state.value}, not approved."
        told = self.figures(document)
        if told is not None:
            yield told

    def _of_adjustment(self, entry: Entry) -> Iterator[str]:
        body, closed = entry.body, self._closed(entry)
        if entry.month not in self.loads:
            yield f"it adjusts {entry.month}, which is not closed."
        if (body["closed_minor"], body["adjusted_minor"], body["closed_load"]) != (
            closed.amount,
            closed.adjusted,
            closed.load,
        ):
            yield f"what was closed and adjusted before is {closed.amount} and {closed.adjusted}."
        if body["paid_in"] in self.loads:
            yield f"it is paid with {body['paid_in']}, which is closed."
        paid, now = (closed.amount or 0) + closed.adjusted, body["current_minor"] or 0
        if body["reason"] == "load" and body["before_minor"] != paid:
            yield f"it starts from {body['before_minor']}, but {paid} was paid until then."
        if body["amount_minor"] != now - body["before_minor"]:
            yield f"{body['amount_minor']} is not {now} less {body['before_minor']}."
        said = None if body["document"] is None else amount_of(body["document"])
        if said != body["current_minor"]:
            yield f"its statement by now says {said}, not {body['current_minor']}."

    def _of_step(self, entry: Entry) -> Iterator[str]:
        progress = self._progress(entry.month)
        try:
            require_step(progress, entry.kind, entry.by)
        except LedgerError as problem:
            yield str(problem)
        if entry.body["step"] != len(progress.steps) + 1:
            yield f"it calls itself step {entry.body['step']} of the month, and is step {len(progress.steps) + 1}."
        if self.loads and entry.month != shift_month(max(self.loads), 1):
            yield f"{entry.month} does not follow {max(self.loads)}, the last month closed."
        checked = progress.taken(Kind.CHECK)
        if entry.kind in {Kind.APPROVE, Kind.CLOSE} and checked and entry.body["digest"] != checked.body["digest"]:
            yield f"it names another draft than the one that was checked (entry {checked.sequence})."
        if entry.kind is Kind.CLOSE:
            yield from self._of_close(entry)

    def _of_close(self, entry: Entry) -> Iterator[str]:
        paid = self.paid.get(entry.month, {name: [] for name in _SUMS})
        for name, amounts in paid.items():
            told = (entry.body[name], entry.body[f"{name}_minor"])
            if told != (len(amounts), sum(amounts)):
                found = f"there are {len(amounts)} of {sum(amounts)}"
                yield f"it names {told[0]} {name} of {told[1]} together, and {found}."
        total = sum(entry.body[f"{name}_minor"] for name in _SUMS)
        if entry.body["amount_minor"] != total:
            yield f"its sums come to {total}, not {entry.body['amount_minor']}."
