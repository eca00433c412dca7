"""Tests of what word processors' documents share."""
