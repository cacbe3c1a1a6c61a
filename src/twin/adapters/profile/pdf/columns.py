"""The white gutter between two columns of a page, if there is one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twin.adapters.profile.pdf.document import Glyph

SEARCHED = (0.18, 0.82)  # of the page's width
STRAY = 0.004  # of the glyphs may stand in a gutter, as headings over both columns do
MIN_WIDTH = 8.0
MIN_SHARE = 0.12  # of the glyphs on either side
MIN_OVERLAP = 0.35  # of the shorter side's height
MIN_ALIGNED = 0.40  # of the right side's lines start at its three commonest places
NEAR = 6.0  # words closer than this over a gutter belong together


@dataclass(frozen=True, slots=True)
class Gutter:
    """An upright strip of a page, in points."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    def crossed_by(self, before: Sequence[Glyph], after: Sequence[Glyph]) -> bool:
        """Whether a row, parted at the middle, runs across."""
        if any(glyph.x1 > self.middle for glyph in before):
            return True
        return bool(before and after) and after[0].x0 - before[-1].x1 < NEAR


def find_gutter(width: float, glyphs: Sequence[Glyph]) -> Gutter | None:
    """The widest strip that parts two columns; None when the page has one column."""
    inked = [glyph for glyph in glyphs if glyph.text.strip()]
    strips = sorted(_strips(width, inked), key=lambda strip: strip.x0 - strip.x1)
    return next((strip for strip in strips if _parts_columns(strip, inked)), None)


def _strips(width: float, glyphs: Sequence[Glyph]) -> Iterator[Gutter]:
    covered = Counter(x for g in glyphs for x in range(int(g.x0), int(g.x1) + 1))
    start = None
    low, high = (int(width * share) for share in SEARCHED)
    for x in range(low, high + 1):
        free = x < high and covered[x] <= STRAY * len(glyphs)
        if free and start is None:
            start = x
        elif not free and start is not None:
            if x - start >= MIN_WIDTH:
                yield Gutter(start, x)
            start = None


def _parts_columns(strip: Gutter, glyphs: Sequence[Glyph]) -> bool:
    left = [g for g in glyphs if g.x1 <= strip.middle]
    right = [g for g in glyphs if g.x0 >= strip.middle]
    if min(len(left), len(right)) < MIN_SHARE * len(glyphs):
        return False
    return _overlap(left, right) >= MIN_OVERLAP and _aligned(right) >= MIN_ALIGNED


def _overlap(left: Sequence[Glyph], right: Sequence[Glyph]) -> float:
    spans = [
        (min(g.baseline for g in side), max(g.baseline for g in side)) for side in (left, right)
    ]
    shared = min(high for _, high in spans) - max(low for low, _ in spans)
    return shared / max(min(high - low for low, high in spans), 1.0)


def _aligned(glyphs: Sequence[Glyph]) -> float:
    starts: dict[int, float] = {}
    for glyph in glyphs:
        row = round(glyph.baseline)
        starts[row] = min(glyph.x0, starts.get(row, glyph.x0))
    common = Counter(round(x0) for x0 in starts.values()).most_common(3)
    return sum(count for _, count in common) / len(starts)
