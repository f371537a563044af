"""The bar of a proof: its download, and whether rows or origin are shown."""

import streamlit as st

from dashboard.choices import follow, remember
from dashboard.exports.handed import logged
from dashboard.measured import Measured
from dashboard.visit import Visit
from dashboard.wording import proof as words
from metrics.store import Query
from metrics.store.bundle import bundle

_USUAL = "rows"


def download(visit: Visit, shown: Measured) -> None:
    """Offer the bundle, which is built when it is asked for."""
    source = visit.source
    # Whatever is published before the click: the bundle is of the load that the page shows.
    held = source.store.pinned(source.scope, source.load)
    query = Query(shown.kpi.key, shown.month, shown.month, where=shown.place.where)

    def built() -> bytes:
        content = bundle(held, source.scope, query)
        logged(visit, "zip", source.evidence(query, None, 1).total)
        return content

    st.download_button(
        words.DOWNLOAD.to(visit.language),
        data=built,
        file_name="-".join(filter(None, (shown.kpi.key, shown.month, shown.place.code, "proof.zip"))),
        mime="application/zip",
        on_click="ignore",
        help=words.DOWNLOAD_HELP.to(visit.language),
        key="proof_download",
    )


def choose_part(visit: Visit) -> str:
    """Show the parts of a proof; return the one that the address asks for."""
    chosen = visit.filters.part if visit.filters.part in words.PARTS else _USUAL
    follow("proof_part", chosen)
    st.segmented_control(
        words.PART.to(visit.language),
        list(words.PARTS),
        format_func=lambda part: words.PARTS[part].to(visit.language),
        key="proof_part",
        required=True,
        on_change=remember("proof_part", lambda part: visit.filters.choose(part=None if part == _USUAL else part)),
        label_visibility="collapsed",
    )
    return str(chosen)
