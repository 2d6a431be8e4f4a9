"""Typed records in YAML files: text to values and back, all problems at once, and the schema."""
