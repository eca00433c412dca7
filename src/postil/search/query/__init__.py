"""The query language, the same wherever something is looked for: typed text in, a tree out.

``fields`` names what can be asked of an article or a note, ``lexer`` and ``parser`` read what was
typed, ``tree`` holds what that means, ``periods`` reads dates, ``mistakes`` says where it is wrong.
"""
