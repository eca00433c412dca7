"""The verbs, a module a family; each function does one verb and returns its exit status."""
