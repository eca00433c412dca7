"""Forms of plain text that lines have together: what is spoken by turns, and what is verse.

cues      how the line begins with which somebody speaks: names, hours, letters
speech    whether a text is a play, an interview or a chat, by the cues in its head
turns     its groups of lines parted into turns, stage directions and scenes
stanzas   how much lines look like verse, by themselves and with others
verse     groups of lines found to be stanzas of a poem, dialogue, or lines that stand by themselves
captions  what is said below the time at which it is
mail      the fields of a message, what it quotes, and the signature under it
shaping   all, for the groups of a text: the way in

Imports point up this list; what is about speech and what is about verse are strangers.
"""
