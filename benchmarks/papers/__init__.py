"""Plans in plain text made into the files that an office has: Word, PDF, web page, scan."""
