"""Commands of the reader screen that stand for themselves, a part each.

``recalling``   chooses again what was chosen or copied last
``describing``  corrects what is known of the article itself
"""
