"""Tests of tags as a codebook."""
