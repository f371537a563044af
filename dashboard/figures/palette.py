"""The colours of figures in both themes: ink for what is, a light tint for what is uncertain, nothing for identity."""

from dataclasses import dataclass

from dashboard.tone import Tone


@dataclass(frozen=True)
class Palette:
    """Colours that stand out from one theme's ground by 3 : 1, and 4.5 : 1 where they colour text."""

    ink: str
    quiet: str
    band: str
    grid: str
    ground: str
    bar: str
    good: str
    bad: str
    red: str
    green: str


LIGHT = Palette(
    ink="#14181D", quiet="#5F6873", band="rgba(95,104,115,0.18)", grid="#E6E9ED", ground="#FFFFFF",
    bar="#8A949F", good="#0072B2", bad="#B34E00", red="#C62828", green="#1B6E35",
)  # fmt: skip
DARK = Palette(
    ink="#E6E8EB", quiet="#9AA3AE", band="rgba(154,163,174,0.22)", grid="#2A2F37", ground="#101318",
    bar="#6E7885", good="#56B4E9", bad="#FF8A4C", red="#FF7B72", green="#56C271",
)  # fmt: skip


def palette(theme: str | None) -> Palette:
    """Return the colours for streamlit's theme type, "light" or "dark"."""
    return DARK if theme == "dark" else LIGHT


def meaning(tone: Tone, colours: Palette) -> str:
    """Return the colour of good or bad news, or that of neither."""
    return {Tone.GOOD: colours.good, Tone.BAD: colours.bad}.get(tone, colours.quiet)


def arrows(convention: str | None, colours: Palette) -> tuple[str, str]:
    """Return the colours of arrows up and down by a viewer's convention; "" where an arrow takes that of its text."""
    return {"red_up": (colours.red, colours.green), "green_up": (colours.green, colours.red)}.get(
        convention or "", ("", "")
    )
