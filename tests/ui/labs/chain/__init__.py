"""The chain-rule lab."""
