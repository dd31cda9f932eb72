"""What a folder of drafts is ready for: the four evaluations, and the article's checklist."""
