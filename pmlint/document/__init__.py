"""Documents: text as chunks, blocks and lines that know where they stand in the source."""
