"""Hostile files opened in the whole app: what reaches the terminal, and what they take.

sequences    what acts on a terminal in what a program writes
opening      the app opens a file in a terminal, turns its pages and ends
"""
