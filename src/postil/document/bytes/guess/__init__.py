"""An encoding guessed: by the language that comes out of a sample, whatever stray bytes are in it.

samples     pieces of a document that have bytes outside ASCII
models      how probable a letter is in a language
best        the encoding in which the sample is likeliest: the way in
"""
