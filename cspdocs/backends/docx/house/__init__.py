"""House styles: those of a borough's own reference document, which win over styles of the same names."""
