"""The city of しおかぜ市: nobody and nothing in it exists."""
