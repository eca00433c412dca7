"""One attribution: found, cut at its commas, and put together as bibliographic records."""
