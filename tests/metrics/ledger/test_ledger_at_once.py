"""Several people, and a load, at the same time: nothing is done twice and nothing half."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from metrics.rewards.ledger.appeals import Verdict
from metrics.rewards.ledger.entry import Draft, Kind, Signature, written
from metrics.rewards.ledger.errors import LedgerMovedError
from metrics.store.appealing import Decision
from metrics.store.closing import Closing, Step
from metrics.store.database import connect
from metrics.store.ledger_rows import LedgerBusyError
from metrics.store.ledger_tables import ledger_entries
from metrics.store.proposals import carry_out
from metrics.store.schema import loads

MAY = {"2025-05": {"N": 100000, "S": -50000}}
CROWD = 6


def at_once(company, proposals) -> list[object]:
    """Carry proposals out on connections of their own, as nearly at the same moment as threads can."""
    together = threading.Barrier(len(proposals))

    def act(proposal) -> object:
        engine = connect(company.settings.database)
        together.wait()
        try:
            return carry_out(engine, proposal, company.now)
        except LedgerMovedError as refused:
            return refused
        finally:
            engine.dispose()

    with ThreadPoolExecutor(len(proposals)) as pool:
        return [*pool.map(act, proposals)]


def crowd(company, kind: Kind) -> list:
    """Let several people make the same step their proposal, all of whom see the same ledger."""
    names = [f"P{number}" for number in range(CROWD)]
    company.policy(
        (company.folder / "policy.toml").read_text() + "".join(f'[[person]]\nname = "{name}"\n' for name in names)
    )
    closing = Closing(company.settings, company.engine, company.statements)
    return [closing.propose(Step(kind, "2025-05", name)) for name in names]


@pytest.mark.parametrize("kind", [Kind.CHECK, Kind.APPROVE, Kind.CLOSE])
def test_of_several_who_take_one_step_at_once_one_succeeds(company, kind):
    company.load(MAY)
    for step, who in [("check", "Ann"), ("approve", "Ben")][: [Kind.CHECK, Kind.APPROVE, Kind.CLOSE].index(kind)]:
        company.step(step, "2025-05", who)
    outcomes = at_once(company, crowd(company, kind))
    refused = [outcome for outcome in outcomes if isinstance(outcome, LedgerMovedError)]
    assert len(refused) == CROWD - 1
    assert {type(outcome) for outcome in outcomes} == {list, LedgerMovedError}
    assert "meanwhile" in str(refused[0])
    assert [step.kind for step in company.book.progress("2025-05").steps].count(kind) == 1
    assert company.verify().fault is None


def test_two_decisions_of_one_appeal_at_once_leave_one(company):
    company.load(MAY)
    company.close("2025-05")
    appeal = company.appeal("2025-05")
    verdicts = [Verdict(upheld, "so it is") for upheld in (True, False)]
    proposals = [company.appeals.decide(Decision(appeal, "Dai", verdict)) for verdict in verdicts]
    outcomes = at_once(company, proposals)
    assert sum(isinstance(outcome, list) for outcome in outcomes) == 1
    assert len(company.book.of(Kind.DECISION)) == 1
    assert company.verify().fault is None


@pytest.mark.parametrize(
    "again",
    [
        Draft(Kind.APPROVE, "2025-05", {"step": 2}),
        Draft(Kind.CLOSE, "2025-05", {"step": 9}),
        Draft(Kind.STATEMENT, "2025-05", {}, "N", "satisfaction"),
    ],
)
def test_the_database_itself_lets_nothing_be_done_twice(company, again):
    company.load(MAY)
    company.close("2025-05")
    entry = written(again, company.book.head, Signature("somebody", company.now))
    row = {"sequence": entry.sequence, "hash": entry.hash, "text": entry.text, **entry.columns}
    with pytest.raises(IntegrityError), company.engine.begin() as connection:
        connection.execute(insert(ledger_entries), [row])


def test_a_step_waits_for_a_load_that_is_being_published_and_keeps_what_was_checked(company):
    company.load(MAY)
    company.step("check", "2025-05", "Ann")
    publishing, go_on = threading.Event(), threading.Event()

    def publish() -> None:
        with connect(company.settings.database).begin() as connection:
            row = {"id": 2, "state": "published", "started_at": company.now, "finished_at": company.now}
            connection.execute(insert(loads), [row])
            publishing.set()
            go_on.wait(5)

    load = threading.Thread(target=publish)
    load.start()
    publishing.wait(5)
    threading.Timer(0.5, go_on.set).start()
    company.step("approve", "2025-05", "Ben")
    load.join()
    company.figures[2] = {"2025-05": {"N": 7, "S": 7}}
    company.step("close", "2025-05", "Cai")
    account = company.account("2025-05")
    assert (account["load"], account["amount_minor"]) == (1, 50000)
    with company.engine.connect() as connection:
        assert connection.execute(select(sa.func.count()).select_from(loads)).scalar_one() == 2


def test_a_ledger_that_somebody_holds_too_long_says_so_and_writes_nothing(tiny):
    tiny.load(MAY)
    proposal = tiny.closing.propose(Step(Kind.CHECK, "2025-05", "Ann"))
    impatient = connect(tiny.settings.database)
    sa.event.listen(impatient, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=50"))
    with tiny.engine.begin() as holder:
        holder.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusyError, match=r"cannot be written now \(database is locked\); nothing was written"):
            carry_out(impatient, proposal, tiny.now)
    assert tiny.book.entries == ()


def test_a_proposal_is_written_only_on_the_ledger_that_it_was_made_on(tiny):
    tiny.load(MAY)
    tiny.step("check", "2025-05", "Ann")
    late = tiny.closing.propose(Step(Kind.APPROVE, "2025-05", "Ben"))
    tiny.step("return", "2025-05", "Ben", "a form is missing")
    with pytest.raises(LedgerMovedError, match=r"Ben wrote entry 2 \(return of 2025-05\) meanwhile"):
        carry_out(tiny.engine, late, tiny.now)
