"""Formulas as pictures: built from parts that know their colour, their place and their value.

One tree of parts gives the picture, the plain text and the LaTeX. The shapes of symbols come from
ziamath, once each; where they stand is worked out here, so that every part can be pointed at.
"""
