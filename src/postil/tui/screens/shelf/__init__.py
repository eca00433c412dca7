"""The shelf: all articles that are known, or those of a folder, in the frame of all lists.

``screen`` puts the ``rows`` and the ``preview`` into it. ``loader`` fills the ``contents`` in
threads and looks for what has come, ``answering`` filters them, ``acting`` does what the keys
of ``shelf_list`` ask for, and ``wording`` says what there is to say.
"""
