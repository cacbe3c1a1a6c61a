"""`twin completion`."""

import click
from click.shell_completion import get_completion_class


def completion(shell: str) -> None:
    """Print what a shell evaluates to complete `twin`'s commands and options."""
    root = click.get_current_context().find_root()
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    click.echo(kind(root.command, {}, "twin", "_TWIN_COMPLETE").source(), nl=False)
