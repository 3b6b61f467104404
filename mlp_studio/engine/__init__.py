"""The mathematics: NumPy only. No files, no Qt, no global random state."""
