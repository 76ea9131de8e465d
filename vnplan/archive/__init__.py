"""Many files: supervision, engines, store, index, families."""
