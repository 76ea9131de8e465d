"""Plans and differences as people read them, made from the records alone."""
