"""Quotations and bibliographies in the format that the reader has chosen."""
