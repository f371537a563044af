"""SERVQUAL: what the page about expectation and perception says of a survey."""
