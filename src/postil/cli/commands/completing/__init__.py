"""Completion: what a shell may offer for the word that is being typed.

``verb``     prints the script for a shell, and answers it
``offers``   what each argument of each verb may be
``line``     the line as it was typed, taken apart and quoted again
``scripts``  what bash and zsh run; they know nothing, and ask for every word
"""
