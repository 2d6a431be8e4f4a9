"""Document to bytes: one folder or module for each format."""
