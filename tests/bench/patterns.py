"""Tries every pattern of Postil on long texts of what it repeats, in pairs and with several ends.

python -m tests.bench.patterns
"""

from __future__ import annotations

from time import process_time

from tests.support.all_patterns import found_patterns, worse_than_linear


def main() -> None:
    """Print each pattern that is worse than linear, with the text that shows it."""
    begun = process_time()
    tried = bad = 0
    for found in found_patterns():
        tried += 1
        if fault := worse_than_linear(found, 3.0, thorough=True):
            bad += 1
            print(f"{found.where}: {fault}")
    print(f"{tried} patterns, {bad} worse than linear, {process_time() - begun:.0f} s")


if __name__ == "__main__":
    main()
