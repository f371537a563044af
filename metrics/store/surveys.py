"""SERVQUAL surveys: the responses of a wave and everything that is said of them, under the viewer's scope."""

from dataclasses import dataclass, replace

import polars as pl

from metrics.errors import nearest
from metrics.servqual.answers import by_respondent, on_one_scale, pairs
from metrics.servqual.errors import IncompleteSurveyError
from metrics.servqual.five import RATED, GapFigure, five_gaps
from metrics.servqual.gaps import knowledge_gap, rated_gap
from metrics.servqual.instrument import Instrument
from metrics.servqual.performance import Performance, performance
from metrics.servqual.quadrants import quadrants
from metrics.servqual.reliability import reliability
from metrics.servqual.scores import GAP, dimension_scores, item_scores, overall
from metrics.servqual.weights import Weighted, mean_weights, weighted
from metrics.servqual.zone import complete_triples, zone_of_tolerance
from metrics.store.errors import QueryError
from metrics.store.scope import Scope
from metrics.store.warehouse import Warehouse

_ZONE, _PERFORMANCE = "servqual_3col", "servperf"
_PAIRS = ("servqual_2col", _ZONE)
# The answers of customers who were asked for both sides of each item.
ASKED_IN_PAIRS = (pl.col("respondent_type") == "customer") & pl.col("instrument").is_in(_PAIRS)
_OF_CUSTOMERS = (
    (pl.col("respondent_type") == "customer") & pl.col("instrument").is_in([*_PAIRS, _PERFORMANCE])
).fill_null(value=False)
# Answers to the instrument's own items: gap 1 sets those of managers beside those of customers.
_ON_ITEMS = _OF_CUSTOMERS | (pl.col("instrument") == "gap1_manager").fill_null(value=False)


@dataclass(frozen=True, eq=False)
class Survey:
    """One wave of one instrument: its scores, weights, reliability and gaps; `overall` is None where refused.

    `performance` is SERVPERF's reading: perceptions alone. `zone` is the zone of tolerance of three-column answers, of
    which `inversions` were dropped because their minimum exceeds what is desired; it is empty where none were asked.
    `on_another_scale` counts the customers' responses that are left out because others ran on the instrument's scale.
    """

    wave: str
    instrument: Instrument
    respondents: int
    dimensions: pl.DataFrame
    items: pl.DataFrame
    reliability: pl.DataFrame
    weights: pl.DataFrame
    quadrants: pl.DataFrame
    overall: dict[str, float] | None
    overall_refused: str | None
    weighted: Weighted
    performance: Performance
    zone: pl.DataFrame
    inversions: int
    gap_1: pl.DataFrame
    gaps_2_to_4: dict[int, pl.DataFrame]
    five: tuple[GapFigure, ...]
    on_another_scale: int = 0


def waves(warehouse: Warehouse, scope: Scope) -> list[str]:
    """Return the waves that were surveyed, in order of name."""
    rows = scope.restrict(warehouse.scan("servqual_responses"), "org_unit_id")
    return rows.select(pl.col("wave").unique().sort()).collect().to_series().to_list()


def survey(
    warehouse: Warehouse, scope: Scope, instrument: Instrument, wave: str | None = None, unit: str | None = None
) -> Survey:
    """Return what a wave says (the last one where none is named), of one unit or of all in scope."""
    chosen = _chosen_wave(waves(warehouse, scope), wave)
    rows = scope.restrict(warehouse.scan("servqual_responses"), "org_unit_id").filter(pl.col("wave") == chosen)
    responses = (rows if unit is None else rows.filter(pl.col("org_unit_id") == unit)).collect()
    kept, scaled = on_its_scale(responses, instrument)
    customers, everyone = kept.filter(_OF_CUSTOMERS), pl.concat([responses.filter(~_ON_ITEMS), kept])
    said = _said(chosen, scaled, everyone, customers, _weights(warehouse, customers))
    asked = responses.filter(_OF_CUSTOMERS)["response_id"].n_unique()
    return replace(said, on_another_scale=asked - customers["response_id"].n_unique())


def on_its_scale(responses: pl.DataFrame, instrument: Instrument) -> tuple[pl.DataFrame, Instrument]:
    """Return the answers to the instrument's items that count in a wave, and the instrument with their scale."""
    return on_one_scale(responses.filter(_ON_ITEMS), instrument)


def _chosen_wave(known: list[str], wave: str | None) -> str:
    if not known or (wave is not None and wave not in known):
        message = f"There is no wave '{wave}'. {nearest(wave or '', known)}" if known else "No survey was loaded."
        raise QueryError(message)
    return wave or known[-1]


def _weights(warehouse: Warehouse, responses: pl.DataFrame) -> pl.DataFrame:
    who = responses.lazy().select("response_id").unique()
    return warehouse.scan("servqual_weights").join(who, on="response_id", how="semi").collect()


def _said(
    wave: str, instrument: Instrument, responses: pl.DataFrame, customers: pl.DataFrame, weights: pl.DataFrame
) -> Survey:
    paired = pairs(customers.filter(pl.col("instrument").is_in(_PAIRS)), instrument)
    triples, inversions = complete_triples(customers.filter(instrument=_ZONE), instrument)
    scores, points = dimension_scores(paired, instrument), mean_weights(weights, instrument)
    total, refused = _overall(scores)
    return Survey(
        wave=wave,
        instrument=instrument,
        respondents=paired["response_id"].n_unique(),
        dimensions=scores,
        items=item_scores(paired),
        reliability=reliability(paired, instrument),
        weights=points,
        quadrants=quadrants(scores, points),
        overall=total,
        overall_refused=refused,
        weighted=weighted(by_respondent(paired, "gap"), weights, instrument),
        performance=performance(customers, weights, instrument),
        zone=zone_of_tolerance(triples, instrument) if triples.height else pl.DataFrame(),
        inversions=inversions,
        gap_1=knowledge_gap(responses, instrument),
        gaps_2_to_4={gap: rated_gap(responses, gap, instrument) for gap in RATED},
        five=five_gaps(responses, paired, instrument),
    )


def _overall(scores: pl.DataFrame) -> tuple[dict[str, float] | None, str | None]:
    try:
        return {column: overall(scores, column) for column in GAP}, None
    except IncompleteSurveyError as refused:
        return None, str(refused)
