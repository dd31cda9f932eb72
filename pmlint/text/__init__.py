"""Positions in text: spans, lines and edits. Standard library only."""
