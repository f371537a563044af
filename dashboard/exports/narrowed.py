"""To what a page is narrowed beyond month and place, in words: its part and the choices of its own in the address."""

from collections.abc import Callable, Mapping

from dashboard import kpi_choice, periods, segments
from dashboard.complaints import causes, choice
from dashboard.complaints.reads import Complaints
from dashboard.early_warning.choice import box
from dashboard.funnel_choice import SPANS
from dashboard.provenance.parts import PARTS
from dashboard.provenance.reads import Provenance, chosen_by
from dashboard.provenance.words import rule_text
from dashboard.survey.reads import Surveyed
from dashboard.survey.words import dimension
from dashboard.visit import Visit
from dashboard.wording import complaints as complaint_words
from dashboard.wording import exports as words
from dashboard.wording import frame
from dashboard.wording import funnel as funnel_words
from dashboard.wording import kpi as kpi_words
from dashboard.wording import provenance as data_words
from dashboard.wording import servqual as survey_words
from dashboard.wording import signals as signal_words
from metrics.registry import all_kpis
from metrics.text import Text

Lines = dict[Text, str]


def narrowed(visit: Visit) -> Lines:
    """Return the choices of the page by their names; nothing where it has none of its own."""
    return _OF_PAGE[visit.page](visit) if visit.page in _OF_PAGE else {}


def _kpi(visit: Visit) -> Lines:
    part, language = kpi_choice.part(visit), visit.language
    lines = {words.PART: kpi_words.PARTS[part].to(language)}
    if part == "trend":
        lines[kpi_words.GRAIN] = kpi_words.GRAINS[kpi_choice.grain(visit)].to(language)
    if part in ("breakdown", "why"):
        lines[kpi_words.BY] = segments.heading(visit.kpi, kpi_choice.cut(visit), language)
    if part == "why":
        before, now = (periods.in_words(named, language) for named in kpi_choice.between(visit))
        lines |= {kpi_words.BEFORE: before, kpi_words.NOW: now}
    return lines


def _funnel(visit: Visit) -> Lines:
    span = visit.filters.span or SPANS[0]
    segment = visit.filters.segment or funnel_words.EVERY_SEGMENT.to(visit.language)
    return {funnel_words.SPAN: funnel_words.SPANS[span].to(visit.language), funnel_words.SEGMENT: segment}


def _complaints(visit: Visit) -> Lines:
    part, language = choice.part(visit), visit.language
    lines = {words.PART: complaint_words.PARTS[part].to(language)}
    if part == "rate":
        return lines
    known = Complaints(visit.source, choice.period(visit))
    lines[complaint_words.SPAN] = known.period.name(visit.source.places, language)
    if part == "causes" and visit.filters.cause:
        topics, _ = causes.choices(known.rows, known.causes("complaints"), language)
        lines[complaint_words.CAUSE] = topics.get(visit.filters.cause, visit.filters.cause)
    if part == "causes" and visit.filters.severity:
        lines[complaint_words.SEVERITY] = causes.severity(visit.filters.severity, language)
    return lines


def _survey(visit: Visit) -> Lines:
    known = Surveyed(visit.source, visit.filters)
    lines = {survey_words.WAVE: known.wave, survey_words.INSTRUMENT: known.instrument.name}
    if visit.filters.dimension:
        lines[survey_words.DIMENSION] = dimension(visit.filters.dimension, visit.language)
    return lines


def _signals(visit: Visit) -> Lines:
    language, filters = visit.language, visit.filters
    every = {frame.KPI: signal_words.EVERY_KPI.to(language), signal_words.NEWS: signal_words.EVERY_NEWS.to(language)}
    kpi = {frame.KPI: all_kpis()[filters.kpi].name.to(language)} if filters.kpi else {}
    news = {signal_words.NEWS: signal_words.ONLY[filters.news].to(language)} if filters.news else {}
    return {signal_words.BOX: signal_words.NAMES[box(filters)].to(language), **every, **kpi, **news}


def _data(visit: Visit) -> Lines:
    language, filters = visit.language, visit.filters
    part = filters.part or PARTS[0]
    lines = {words.PART: data_words.PARTS[part].to(language)}
    if part in ("files", "checks", "quarantine"):
        lines[data_words.SOURCE] = filters.source or data_words.EVERY_SOURCE.to(language)
    if part == "quarantine" and filters.rule:
        asked = chosen_by(filters)
        found = Provenance(visit.source).reasons.filter(rule=asked.rule, column=asked.column).to_dicts()
        lines[data_words.RULE] = rule_text(found[0], language) if found else filters.rule
    return lines


_OF_PAGE: Mapping[str, Callable[[Visit], Lines]] = {
    "kpi": _kpi,
    "funnel": _funnel,
    "complaints": _complaints,
    "servqual": _survey,
    "signals": _signals,
    "data": _data,
}
