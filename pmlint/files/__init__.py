"""Drafts on disk: which files there are, and their text. Knows no rule and prints nothing."""
