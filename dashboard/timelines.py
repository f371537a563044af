"""One case as it is read: its message, its promises, its moments and the customer's other cases."""

from dataclasses import dataclass

from dashboard import numbers
from dashboard.places import Place, Places
from dashboard.wording import case as words
from dashboard.wording import say, values
from metrics.contract import TABLES
from metrics.populations import UNKNOWN
from metrics.store.timeline import CaseTimeline
from metrics.text import Language
from metrics.timeline import Kept

_JUDGED = (Kept.KEPT, Kept.LATE, Kept.BROKEN)


@dataclass(frozen=True)
class Told:
    """A timeline with what is needed to put it into words."""

    timeline: CaseTimeline
    places: Places
    zone: str
    language: Language


def message(told: Told) -> str:
    """Return when the case began, how it stands, and whether its promises were kept."""
    case = told.timeline.case
    status = values.WORDS.get(case["status"], words.UNKNOWN_STATUS)
    created = numbers.moment(case["created_at"], told.zone)[:10]
    first = say(words.MESSAGE, told.language, case=case["case_id"], created=created, status=status.to(told.language))
    return first + _promises(told)


def sentence(told: Told) -> str:
    """Return whose case it is and from how many records of which kinds its timeline comes."""
    timeline, language = told.timeline, told.language
    place = told.places.name(Place("unit", timeline.case["org_unit_id"] or UNKNOWN), language)
    counts = {table: rows.height for table, rows in timeline.records.items() if rows.height}
    tables = [
        say(words.TABLE_COUNT, language, table=called(table, language), rows=rows) for table, rows in counts.items()
    ]
    said = say(
        words.SENTENCE,
        language,
        place=place,
        moments=timeline.moments.height,
        records=timeline.total,
        tables=("、" if language == "zh" else ", ").join(tables),
        at=numbers.moment(timeline.as_of, told.zone),
    )
    hidden = say(words.HIDDEN, language, hidden=timeline.hidden) if timeline.hidden else ""
    undated = say(words.NOT_A_MOMENT, language, rows=timeline.undated) if timeline.undated else ""
    return " ".join(filter(None, [said, hidden, undated]))


def called(table: str, language: Language) -> str:
    """Return what the records of a table are called."""
    found = TABLES[table]
    return {"zh": found.zh, "en": found.en}[language]


def _promises(told: Told) -> str:
    outcomes = told.timeline.promises["kept"].to_list()
    judged = [outcome for outcome in outcomes if outcome in _JUDGED]
    if not judged:
        return ""
    kept = judged.count(Kept.KEPT)
    text = words.PROMISES_KEPT if kept == len(judged) else words.PROMISES_NOT_KEPT
    return say(text, told.language, promises=len(judged), kept=kept)
