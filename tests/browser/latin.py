"""Which Latin words a page in Chinese may hold: what the workspace itself says, and what Chinese writes so too."""

import re
import tomllib
from pathlib import Path

import polars as pl

# Every text that a reader sees or a screen reader says; icons are left out, letters only to the font that draws them.
SAID = """() => {
  const said = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const around = texts.currentNode.parentElement;
    if (around.closest("script, style, noscript, [data-testid='stIconMaterial']")) continue;
    if (around.checkVisibility({ visibilityProperty: true })) said.push(texts.currentNode.data);
  }
  for (const name of ["aria-label", "title", "alt", "placeholder"])
    for (const one of document.querySelectorAll(`[${name}]`))
      if (one.checkVisibility()) said.push(one.getAttribute(name));
  return said;
}"""

CHINESE_TOO = {
    "English",  # the way to the other language, in that language
    "Asia", "Shanghai", "UTC", "CNY",  # names of a zone, a clock and a currency
    "SERVQUAL", "TARP", "SHA", "PDF", "XLSX", "CSV", "ZIP", "Excel",  # names of methods and of formats
    "Laney", "DerSimonian", "Laird", "Morris", "Spiegelhalter", "Matos", "de",  # authors
    "pass", "fail", "na",  # the codes that an export must hold, in the rule that says so
    "satisfaction_policy", "complaint_policy",  # where a setting stands in policy.toml
}  # fmt: skip
BREAKS = re.compile(r"[\x00-\x1f]")
FINGERPRINT = re.compile(r"\b[0-9a-f]{12,64}\b")
PLACE_OF_A_ROW = re.compile(r"(sqlite:///)?exports/[\w./#-]+")
RAW_ROW = re.compile(r"^\w+: .*( · \w+: .*)+")  # a row as it came, its cells by their columns' own names
BROKEN_CELL = re.compile(r" = [^,]+")  # what stood in the cells that broke a rule
BETWEEN = re.compile(r" · |[,;:()\u3001\uff0c\uff1b\uff1a\uff08\uff09\u201c\u201d]")
WORD = re.compile(r"[A-Za-z][A-Za-z_'’]+")


def said_by(workspace: Path) -> set[str]:
    """Return what the workspace says itself: its name, those of its sources, and every text of its tables."""
    settings = tomllib.loads((workspace / "workspace.toml").read_text(encoding="utf-8"))
    texts = {settings["name"], *(source["name"] for source in settings["source"])}
    for table in (workspace / "var" / "warehouse").iterdir():
        frame = pl.read_delta(str(table)).select(pl.col(pl.String, pl.Categorical).cast(pl.String))
        for column in frame:
            # As the dashboard shows them: lines one after the other.
            texts.update(" ".join(BREAKS.sub(" · ", text).split()) for text in column.drop_nulls().unique())
    return texts


def foreign(said: list[str], own: set[str]) -> set[str]:
    """Return the texts with a Latin word that neither the workspace says nor Chinese writes so."""
    return {text for text in said if " ".join(text.split()) not in own and words(text, own)}


def words(text: str, own: set[str]) -> set[str]:
    """Return the Latin words of a text that need an excuse."""
    if RAW_ROW.match(text):
        return set()
    rest = BROKEN_CELL.sub("", PLACE_OF_A_ROW.sub("", FINGERPRINT.sub("", text)))
    pieces = [piece for piece in BETWEEN.split(rest) if piece.strip() not in own]
    return {word for piece in pieces for word in WORD.findall(piece)} - CHINESE_TOO
