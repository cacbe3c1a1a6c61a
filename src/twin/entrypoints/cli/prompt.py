"""`twin prompt`."""

import click

from twin.container import Container, utc_now
from twin.domain.conversation import estimate_tokens
from twin.settings import load_settings


def prompt(question: str) -> None:
    """Print the composed prompt and the tokens of its parts.

    Raises:
        TwinError: the profile cannot be used.
    """
    container = Container(settings=load_settings())
    composer = container.composer()
    click.echo(composer.system)
    tokens = composer.tokens()
    if question:
        evidence = container.retrieval().evidence(question)
        composed = composer.compose(question, (), evidence, utc_now())
        asked = f"{composed.messages[-1].text}\n{composed.context}"
        click.echo(asked)
        tokens["question"] = estimate_tokens(asked)
    click.echo(f"\n{'tokens, estimated':24}", err=True)
    for name, count in tokens.items():
        click.echo(f"  {name:20}{count:8,}", err=True)
    click.echo(f"  {'all':20}{sum(tokens.values()):8,}", err=True)
