"""What the browser was told: the data handed to a component, and the cells of a table with what they leave unsaid."""

import json


def handed(app, key):
    """Return what was handed to the component of that key."""
    found = next(part for part in app.get("bidi_component") if part.key == key)
    return json.loads(found.proto.json)


def cells(app, key):
    """Return the rows of a table, each cell with its text, note and href: empty where it says nothing of them."""
    usual = {"note": "", "href": ""}
    rows = (row["cells"] for row in handed(app, key)["rows"])
    return [[usual | ({"text": cell} if isinstance(cell, str) else cell) for cell in row] for row in rows]


def texts(app, key):
    """Return the rows of a table as the texts of their cells."""
    return [[cell["text"] for cell in row] for row in cells(app, key)]
