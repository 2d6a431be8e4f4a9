"""The styles of a Word file: from the style sheet, under names that Word and officers know."""
