"""One file of records, one a line: read, appended to, replaced, repaired, backed up."""
