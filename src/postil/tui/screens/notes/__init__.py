"""The notes browser: every note of an article or of the library, to find, act on and go to.

``screen`` puts it together: ``finder`` lists the notes in a thread, ``note_rows`` draws them with
what ``viewing`` looks up of those in sight, ``preview`` shows the one pointed at, ``meant`` says
which a key acts on. ``session`` is what is remembered from one time to the next; ``compare`` sets
passages side by side as ``columns`` lays them out.
"""
