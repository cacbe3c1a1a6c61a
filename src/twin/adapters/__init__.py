"""One module per technology, in a folder per port; found by name through `registry`."""
