"""What axe-core finds against a page by WCAG 2.2 AA, and how wide a page is."""

from axe_playwright_python.base import AXE_SCRIPT

__all__ = ["AXE_SCRIPT", "WIDTH", "barriers"]

GRAVE = {"serious", "critical"}
# The page as a whole, and what streamlit scrolls inside it.
WIDTH = "Math.max(document.documentElement.scrollWidth, document.querySelector(\"[data-testid='stMain']\").scrollWidth)"


def barriers(page, rules):
    """Return which rules of WCAG 2.2 AA the page breaks gravely, and where."""
    result = page.evaluate("(rules) => axe.run(document, rules)", rules)
    grave = [violation for violation in result["violations"] if violation["impact"] in GRAVE]
    return [(violation["id"], node["target"], node["html"][:200]) for violation in grave for node in violation["nodes"]]
