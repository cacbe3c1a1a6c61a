"""Tables of questions to invented and long-dead people, and the `quoting` model's score."""
