"""Vietnamese words and dated law tables, as data; each entry with what taught it to us."""
