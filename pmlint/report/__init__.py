"""Findings written out: one file an output format, and what the formats for people share."""
