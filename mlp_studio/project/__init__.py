"""The document as data: frozen values, pure edits, files. No Qt."""
