"""Changes the source in small ways, one at a time, and tells which changes no test notices.

``operators`` finds what can be changed in a file (``patterns`` in its regular expressions), and
``quiet`` what is left alone; ``drawing`` draws from all packages by a seed; ``nearest`` orders the
tests by how near they are to a file; ``trial`` runs some of them in a scratch copy of the tree;
``verdict`` says what that means; ``__main__`` prints it.
"""
