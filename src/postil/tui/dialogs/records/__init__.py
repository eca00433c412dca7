"""Bibliographic records in a dialog: of a source, and of the article itself.

``table``        what is known, and how each field was read
``fields``       one field below the other, in which the reader corrects it
``keeping``      keeps them, or gives them up when that is asked for twice
``description``  the dialog that is about the article itself
"""
