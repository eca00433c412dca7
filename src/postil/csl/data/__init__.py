"""Items in CSL-JSON, read as they come."""
