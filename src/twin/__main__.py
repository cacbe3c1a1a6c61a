"""`python -m twin` is `twin`."""

from twin.entrypoints.cli import main

if __name__ == "__main__":
    main()
