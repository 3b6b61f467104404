"""The living document: one current project, its undo history, stepping and training. No widgets."""
