"""Where it stands: a document and a style sheet become pages of placed lines, rules and pictures.

All coordinates inside this package are points as plain floats, from the top left corner of the page.
"""
