"""Gestures: objects with a start, moves, and an end, or Esc.

A gesture shows what it would do on the scene's overlays and asks for it at its end; until then
the document is untouched, so cancelling is just not asking. (Dragging a weight is the exception:
it shows in every number of the network, so it changes the document as it goes, in one undo entry,
and Esc takes that entry back.)
"""
