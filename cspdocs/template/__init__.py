"""A borough's folder: its wording, looks and table layouts. Another borough is another folder, not other code."""
