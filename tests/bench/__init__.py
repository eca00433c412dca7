"""Adapters by which the benches drive Postil."""
