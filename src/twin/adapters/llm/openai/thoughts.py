"""Reasoning that a model writes into its answer, taken out of it."""

from dataclasses import dataclass


@dataclass(slots=True)
class WithoutThoughts:
    """Takes `<think>` blocks out of a text that comes in pieces."""

    _inside: bool = False
    _held: str = ""
    _trim: bool = False

    def take(self, piece: str) -> str:
        """What may be shown; the start of what may be a tag is held back."""
        if not (self._held or self._inside or self._trim or "<" in piece):
            return piece
        text, shown = self._held + piece, ""
        while (tag := self._tag) in text:
            before, _, text = text.partition(tag)
            shown += self._visible(before)
            self._inside = not self._inside
            self._trim = not self._inside
        self._held = _possible_start(text, tag)
        return shown + self._visible(text.removesuffix(self._held))

    def _visible(self, text: str) -> str:
        """Nothing within a block, nor the white space after one."""
        if self._inside:
            return ""
        if self._trim:
            text = text.lstrip()
            self._trim = not text
        return text

    @property
    def _tag(self) -> str:
        return "</think>" if self._inside else "<think>"

    def rest(self) -> str:
        """What was held back and turned out to be no tag, when the text has ended."""
        held, self._held = self._held, ""
        return "" if self._inside else held


def _possible_start(text: str, tag: str) -> str:
    """The longest end of a text that begins a tag."""
    for length in range(min(len(text), len(tag) - 1), 0, -1):
        if text.endswith(tag[:length]):
            return tag[:length]
    return ""
