"""The summary of a plan on a page."""
