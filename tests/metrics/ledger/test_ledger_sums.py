"""Whatever is loaded, decided and appealed in whatever order: what was paid for a month is what it is worth at the end.

Forms, policies, loads, closes and appeals are drawn; the statements are the reward policy's own, and the steps, lines
and decisions are the ledger's own: only the database is left out.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.calendar import BusinessCalendar, months_between
from metrics.model import Moment
from metrics.populations.forms import ITEMS, POPULATION, item_points
from metrics.rewards.counting import flagged, profiles, responses
from metrics.rewards.dated import Dated
from metrics.rewards.ledger.adjustments import amount_of, key_of
from metrics.rewards.ledger.appeals import Deadline, Grounds, Verdict, announcement, decided, effects, filed
from metrics.rewards.ledger.audit import contradiction
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.canonical import sha256
from metrics.rewards.ledger.entry import Draft, Kind, Signature, written
from metrics.rewards.ledger.figures import wrong_figures
from metrics.rewards.ledger.people import Person
from metrics.rewards.ledger.rulings import LEFT_OUT, Ruling
from metrics.rewards.ledger.steps import taken
from metrics.rewards.period import Asked as Months
from metrics.rewards.period import Period
from metrics.rewards.policy import AmountMode, BaselineKind, Denominator, PartialForms, SatisfactionPolicy
from metrics.rewards.satisfaction import Records, satisfaction_statements
from metrics.rewards.statement import Basis
from metrics.rewards.tallies import JOBS, PROFILES, RESPONSES, Counts, added
from metrics.store.ledger_drafts import Asked, Drafts
from metrics.store.loads import Load
from metrics.store.policy_texts import PolicyText

CALENDAR = BusinessCalendar("Asia/Shanghai")
MONTHS = months_between("2025-01", "2025-06")
UNITS = ("N", "S", "W")
MOMENT = Moment(datetime(2025, 7, 31, tzinfo=UTC))
FORM = pl.Schema(
    {"key": pl.String(), "unit": pl.String()}
    | {name: POPULATION.columns[name] for name in ("received_at", "sent_at", "source_kind", "verified", *ITEMS)}
)

Forms = dict[tuple[str, str], list[str]]


def counted(forms: Forms, rejected: frozenset[str]) -> Counts:
    """Return forms, written as grades per month and unit, as the reward policy counts them."""
    rows = []
    for (month, unit), graded in forms.items():
        back = datetime.fromisoformat(f"{month}-10T04:00:00+00:00")
        for number, letters in enumerate(graded):
            key = f"{unit}{month}{number}"
            given_ = dict(zip(ITEMS, (None if letter == "_" else letter for letter in letters), strict=True))
            state = "rejected" if key in rejected else "confirmed"
            times = {"received_at": back, "sent_at": back - timedelta(days=5), "verified": state}
            rows.append({**dict.fromkeys(FORM), "key": key, "unit": unit, **times, **given_})
    frame = pl.LazyFrame(rows, schema=FORM).with_columns(
        graded_items=pl.sum_horizontal(pl.col(item).is_not_null().cast(pl.Int64) for item in ITEMS),
        score=pl.sum_horizontal(item_points(item) for item in ITEMS),
    )
    jobs = [{"unit": unit, "month": month, "jobs": 3 + len(graded)} for (month, unit), graded in forms.items()]
    return Counts(
        profiles=added([profiles(flagged(frame, MOMENT, CALENDAR)).collect()], PROFILES),
        responses=added([responses(frame, MOMENT, CALENDAR).collect()], RESPONSES),
        jobs=pl.DataFrame(jobs, schema=JOBS),
    )


@dataclass
class Paper:
    """A ledger on paper: loads, policies and a book that is written by the ledger's own rules."""

    def __post_init__(self) -> None:
        self.loads: list[Forms] = []
        self.policies: dict[str, SatisfactionPolicy] = {}
        self.book, self.policy, self.known = Book(), PolicyText(""), {}
        self.drafts = Drafts(self.statements, lambda version: PolicyText(self.texts[version]))
        self.texts: dict[str, str] = {}

    def statements(self, asked: Asked) -> list[dict]:
        rejected = frozenset(ruling.row for ruling in asked.rulings)
        key = (asked.load.id, asked.policy.text, rejected)
        if key not in self.known:
            period = Period(CALENDAR, date(2025, 7, 31), MONTHS[-1])
            records = Records(counted(self.loads[asked.load.id], rejected), period, Basis(asked.load.id, MOMENT.as_of))
            dated = [Dated(self.policies[asked.policy.text])]
            self.known[key] = [each.document() for each in satisfaction_statements(records, dated, Months())]
        return [each for each in self.known[key] if asked.first <= each["month"] <= asked.last]

    @property
    def load(self) -> Load:
        number = len(self.loads) - 1
        return Load(number, "published", MOMENT.as_of, None, MOMENT.as_of, None, None, None, None, {})

    def write(self, drafts: Sequence[Draft], by: str) -> None:
        for draft in drafts:
            entry = written(draft, self.book.head, Signature(by, MOMENT.as_of))
            self.book = Book((*self.book.entries, entry))

    def take_policy(self, policy: SatisfactionPolicy) -> None:
        self.policy = PolicyText(repr(policy))
        self.policies[self.policy.text] = policy
        self.texts[sha256(self.policy.text)] = self.policy.text

    def load_altered(self, changes: dict[tuple[str, str], list[str] | None]) -> None:
        """Load what was loaded last with other forms for some units' months, or none any more."""
        altered = {**self.loads[-1], **changes}
        self.loads.append({key: graded for key, graded in altered.items() if graded is not None})

    def close_next(self) -> None:
        month = self.book.next_month or min((key[0] for key in self.loads[-1]), default=MONTHS[-1])
        if month > MONTHS[-1]:
            return
        book, draft = self.book, self.drafts.month(self.book, month, self.load, self.policy)
        if draft.documents:
            for kind, who in ((Kind.CHECK, "Ann"), (Kind.APPROVE, "Ben"), (Kind.CLOSE, "Cai")):
                self.write(taken(self.book, kind, draft, Person(who)), who)
        assert self.book.entries[: len(book.entries)] == book.entries

    def appeal(self, unit: str, number: int, *, upheld: bool) -> None:
        if not self.book.closings:
            return
        month = max(self.book.closings)
        grounds = Grounds(
            (month, unit, "satisfaction"),
            "not ours",
            (Ruling("feedback_forms", f"{unit}{month}{number}", LEFT_OUT["feedback_forms"]),),
        )
        against = announcement(self.book, month)
        self.write([filed(grounds, against, Deadline(date.max, 5, None), date(2025, 7, 1))], "Nora")
        appeal, rulings = self.book.entries[-1], self.book.rulings
        both = [
            self.drafts.by_rulings(self.book, appeal, self.load, each)
            for each in (rulings, (*rulings, *grounds.rulings))
        ]
        found = effects(*both)
        self.write(decided(self.book, appeal, Verdict(upheld, "so it is"), found, self.load.id), "Dai")

    def paid(self) -> dict[tuple[str, str, str], int]:
        """Return what each statement has been paid, with what the next draft would still add."""
        paid: Counter[tuple[str, str, str]] = Counter()
        for entry in self.book.of(Kind.STATEMENT):
            paid[entry.key] += entry.body["document"]["amount_minor"]
        for entry in self.book.of(Kind.ADJUSTMENT):
            paid[entry.key] += entry.body["amount_minor"]
        following = self.drafts.month(self.book, self.book.next_month or MONTHS[0], self.load, self.policy)
        for line in following.lines:
            paid[line.key] += line.amount
        return {key: amount for key, amount in paid.items() if amount}

    def worth(self) -> dict[tuple[str, str, str], int]:
        """Return what each closed statement is worth by the last load, under the policy that it was closed under."""
        documents = self.drafts.closed_months(self.book, self.load, self.book.rulings)
        return {key_of(each): amount_of(each) for each in documents if amount_of(each)}


GRADES = ("AAA", "ABC", "BBB", "CCC", "A_D", "EEE", "_B_", "BAA", "CDD")
KEYS = [(month, unit) for month in MONTHS for unit in UNITS]


class Chance:
    """Draws a story from a seed: evenly, where a search for small counterexamples would draw months without forms."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 nothing is kept secret by it

    def graded(self) -> list[str]:
        return self.draw.choices(GRADES, k=self.draw.randint(0, 4))

    def forms(self) -> Forms:
        return {key: self.graded() for key in KEYS if self.draw.random() < 0.9}

    def changes(self) -> dict[tuple[str, str], list[str] | None]:
        chosen = self.draw.sample(KEYS, self.draw.randint(1, 6))
        return {key: self.graded() if self.draw.random() < 0.85 else None for key in chosen}

    def policy(self) -> SatisfactionPolicy:
        money = iter(self.draw.choices(range(1, 500_000), k=4))
        return SatisfactionPolicy(
            denominator=self.draw.choice([Denominator.FORMS, Denominator.JOBS]),
            partial_form=self.draw.choice([*PartialForms]),
            baseline=self.draw.choice([each for each in BaselineKind if each is not BaselineKind.FIXED_TARGET]),
            min_forms=self.draw.randint(1, 2),
            dead_band=Fraction(self.draw.randint(0, 5), 7),
            reward_amount=next(money),
            penalty_amount=next(money),
            amount_mode=self.draw.choice([*AmountMode]),
            all_max_amount=next(money),
            all_min_amount=next(money),
        )

    def chapter(self, paper: "Paper") -> None:
        """Let loads come, sometimes another policy; let a month be closed, sometimes appealed against."""
        for _ in range(self.draw.randint(1, 2)):
            paper.load_altered(self.changes())
        if self.draw.random() < 0.3:
            paper.take_policy(self.policy())
        paper.close_next()
        if self.draw.random() < 0.4:
            paper.appeal(self.draw.choice(UNITS), self.draw.randint(0, 2), upheld=self.draw.random() < 0.6)


@settings(max_examples=40)
@given(st.integers(0, 10**9), st.integers(4, 6))
def test_statements_and_adjustments_together_are_the_statements_at_the_end(seed, chapters):
    chance, paper = Chance(seed), Paper()
    paper.loads.append(chance.forms())
    paper.take_policy(chance.policy())
    for _ in range(chapters):
        chance.chapter(paper)
    paper.load_altered(chance.changes())
    assert paper.paid() == paper.worth()
    assert contradiction(paper.book.entries, wrong_figures) is None


def test_such_stories_do_close_months_and_adjust_them():
    told = []
    for seed in range(5):
        chance, paper = Chance(seed), Paper()
        paper.loads.append(chance.forms())
        paper.take_policy(chance.policy())
        for _ in range(6):
            chance.chapter(paper)
        told.append((len(paper.book.closings), len(paper.book.of(Kind.ADJUSTMENT)) > 0))
    assert told == [(6, True)] * 5
