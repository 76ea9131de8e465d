"""Plans in plain text made into the files that an office has: Word, OpenDocument, PDF, web, scan."""
