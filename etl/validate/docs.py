"""Write great-expectations' Data Docs of a load: an index, and a page per source, readable without a network."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any, Final

import polars as pl
from great_expectations.core import ExpectationSuiteValidationResult, ExpectationValidationResult
from great_expectations.render import RenderedDocumentContent, RenderedSectionContent, RenderedTableContent
from great_expectations.render.renderer.page_renderer import ValidationResultsPageRenderer
from great_expectations.render.view import DefaultJinjaPageView

from etl.expectations import suite_of
from etl.expectations.suite import name
from etl.validate import INDEX
from etl.validate.checked import Checked, RuleResult

_LISTED: Final = 20  # refused rows listed per rule
_TEMPLATE: Final = "data_docs.j2"


def site(folder: Path, checked: Mapping[str, Checked]) -> Path:
    """Write a page for each source of `checked` and an index into `folder`; return the path of the index."""
    folder.mkdir(parents=True, exist_ok=True)
    view = DefaultJinjaPageView(custom_views_directory=str(Path(__file__).parent / "template"))
    files = {source: f"source-{number}.html" for number, source in enumerate(checked, start=1)}
    for source, found in checked.items():
        page = view.render(_page(found), template=_TEMPLATE, title=f"{source} → {found.table}", home=INDEX)
        (folder / files[source]).write_text(page, encoding="utf-8")
    index = view.render(_index(checked, files), template=_TEMPLATE, title="Data Docs")
    (folder / INDEX).write_text(index, encoding="utf-8")
    return folder / INDEX


def _page(found: Checked) -> RenderedDocumentContent:
    results = list(_results(found))
    whole = ExpectationSuiteValidationResult(
        results=results,
        success=all(each.success for each in results),
        suite_name=found.table,
        statistics={},
        meta={},
    )
    document: RenderedDocumentContent = ValidationResultsPageRenderer().render(whole)
    document.sections = document.sections[1:]  # the first one links to pages of suites and runs, which are not kept
    return document


def _results(found: Checked) -> Iterator[ExpectationValidationResult]:
    rules = {name(rule): rule.configuration for rule in suite_of(found.table).rules}
    for verdict in found.results:
        yield ExpectationValidationResult(
            success=not verdict.failed,
            expectation_config=rules[verdict.rule, verdict.column],
            result=_result(verdict, found.rejected),
        )


def _result(verdict: RuleResult, rejected: pl.DataFrame) -> dict[str, Any]:
    refused = rejected.filter(rule=verdict.rule, column=verdict.column).head(_LISTED)
    share = 100 * verdict.failed / verdict.evaluated if verdict.evaluated else 0.0
    return {
        "element_count": verdict.evaluated,
        "unexpected_count": verdict.failed,
        "unexpected_percent": share,
        # great-expectations prints these unescaped, and they hold what customers wrote.
        "partial_unexpected_list": [
            escape(f"{file} {row}: {detail}")
            for file, row, detail in refused.select("source_file", "source_row", "detail").iter_rows()
        ],
    }


def _index(checked: Mapping[str, Checked], files: Mapping[str, str]) -> RenderedDocumentContent:
    table = RenderedTableContent(
        header_row=["来源 Source", "表 Table", "行 Rows", "拒收 Refused", "违反的规则 Rules broken"],
        table=[
            [
                f'<a href="{files[source]}">{escape(source)}</a>',
                found.table,
                found.rows,
                found.rows_rejected,
                sum(verdict.failed > 0 for verdict in found.results),
            ]
            for source, found in checked.items()
        ],
    )
    return RenderedDocumentContent(sections=[RenderedSectionContent(content_blocks=[table])])
