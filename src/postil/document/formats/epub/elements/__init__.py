"""Elements of the parts of a book, whether they are XML or not.

coded    the text of a part, whatever its encoding, without a document type
events   the elements of a part, one after another
tree     small trees, for what says of what a book consists
parts    a chapter's elements, and what is looked up in them
"""
