"""Every benchmark, one after the other: `make bench`."""

from bench import leaving, pdf, prefix, speed
from bench.questions.__main__ import main as questions


def main() -> None:
    speed.main()
    print()
    leaving.main()
    print()
    prefix.main()
    print()
    questions([])
    print()
    pdf.main([])


if __name__ == "__main__":
    main()
