"""The bridge: a plan and a template become a document."""
