"""Starts Postil; the version is told before anything else is loaded."""

import os
import sys

_SELDOM = 500_000
"""Objects made until Python looks for what nobody needs, in a run that lasts but a moment."""


def main() -> int:
    """Run the command line of this process and return its exit status."""
    try:
        if sys.argv[1:] in (["--version"], ["-V"]) and _told_version():
            return 0
        import gc

        # What is loaded stays: to look through it again and again costs a tenth of a short run.
        usual = gc.get_threshold()
        gc.set_threshold(_SELDOM)
        from postil.cli.main import run

        status = run(sys.argv[1:], lasting=lambda: gc.set_threshold(*usual))
        # The process ends: to look for what nobody needs any more would only keep the reader.
        gc.freeze()
        return status
    except KeyboardInterrupt:
        return 130


def _told_version() -> bool:
    """Print the version; where the output takes nothing, the command line says what is due."""
    from postil import __version__

    try:
        os.write(1, f"postil {__version__}\n".encode())
    except OSError:
        return False
    return True


if __name__ == "__main__":
    raise SystemExit(main())
