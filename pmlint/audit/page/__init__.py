"""Pages for a browser: one self-contained file each, with no script and nothing to load."""
