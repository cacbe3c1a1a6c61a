"""Tables of questions over three people, and the score of the `quoting` model on them."""
