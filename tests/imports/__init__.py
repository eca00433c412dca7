"""Imports: files as other programs write them, made here, and what comes out of them."""
