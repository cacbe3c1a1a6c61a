"""Run every section, or those whose names are given: `python -m bench.proof kills races`."""

import logging
import sys

from bench.proof import disk, door, erasure, growth, kills, power, races
from bench.proof.report import Section, print_section

SECTIONS: dict[str, tuple[str, Section]] = {
    "kills": ("Killed processes", kills.section),
    "power": ("Power cuts", power.section),
    "races": ("Many writers at once", races.section),
    "erasure": ("Erasing against writers", erasure.section),
    "disk": ("Full disks, lost rights, failing S3", disk.section),
    "door": ("The same, as a visitor sees it", door.section),
    "growth": ("Growth", growth.section),
}


def main(names: list[str]) -> int:
    logging.getLogger("twin").setLevel(logging.ERROR)  # torn lines are expected here
    unknown = set(names) - set(SECTIONS)
    if unknown:
        print(f"There is no section {', '.join(unknown)}. Known: {', '.join(SECTIONS)}.")
        return 2
    print("# Proof: memory")
    results = [print_section(*SECTIONS[name]) for name in names or SECTIONS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
