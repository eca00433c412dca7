"""Bytes of pages made trees."""
