"""The menu of exports of a page: all of it as XLSX, or one table as CSV, each built when it is asked for."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from dashboard.exports import handed
from dashboard.exports.about import OF_A_KPI, OF_NO_MONTH, OF_NO_PLACE
from dashboard.exports.sheet import Sheet
from dashboard.numbers import written_in_myriads
from dashboard.visit import Visit
from dashboard.wording import exports as words
from dashboard.wording import say
from metrics.text import Text

Makers = Mapping[Text, Callable[[], Sheet]]
_MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "pdf": "application/pdf",
}


def export_menu(visit: Visit, makers: Makers, paper: Callable[[Visit], bytes] | None = None) -> None:
    """Show the menu; `makers` make the sheets of what is on screen, by their names, and `paper` a PDF of it."""
    with st.popover(words.EXPORT.to(visit.language), help=words.EXPORT_SAID.to(visit.language)):
        _button(visit, words.AS_XLSX.to(visit.language), ".xlsx", partial(handed.xlsx, visit, makers))
        if paper:
            _button(visit, words.AS_PDF.to(visit.language), ".pdf", partial(paper, visit))
        for name, make in makers.items():
            label = say(words.AS_CSV, visit.language, sheet=name.to(visit.language))
            _button(visit, label, f"-{name.en.lower().replace(' ', '-')}.csv", partial(handed.csv, visit, make))


def _button(visit: Visit, label: str, ending: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        data=partial(_as_on_screen, visit, make),
        file_name=_stem(visit) + ending,
        mime=_MIME[ending.rpartition(".")[2]],
        on_click="ignore",
        key=f"export{ending}",
    )


def _as_on_screen(visit: Visit, make: Callable[[], bytes]) -> bytes:
    with written_in_myriads(chosen=visit.in_myriads):
        return make()


def _stem(visit: Visit) -> str:
    kpi = visit.kpi.key if visit.page in OF_A_KPI else None
    month = None if visit.page in OF_NO_MONTH else visit.month
    place = None if visit.page in OF_NO_PLACE else visit.place.code
    return "-".join(filter(None, (visit.page, kpi, month, place)))
