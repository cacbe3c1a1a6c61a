"""What takes too long for `make test`: kills, power cuts, large stores. Prints a report."""
