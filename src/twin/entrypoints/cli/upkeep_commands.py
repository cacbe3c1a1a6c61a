"""The commands with which an owner makes a twin and looks after it, their options and help."""

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Draft it from this LinkedIn PDF or other CV.",
)
def init(folder: Path, source: Path | None) -> None:
    """Make a data folder to fill in.

    Nothing that exists is overwritten. At a terminal it asks five questions for a first draft. It
    ends with a first answer.

    \b
    Examples:
      twin init data
      twin init data --from LinkedIn.pdf
    """
    from twin.entrypoints.cli.init import init as run

    run(folder, source)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
def check(as_json: bool) -> None:
    """Load everything and say what is there, missing or odd.

    Values that are not public are never printed. The exit code is 1 when something cannot be
    used, 0 with warnings.

    \b
    Examples:
      twin check
      twin check --json | jq .warnings
    """
    from twin.entrypoints.cli.check import check as run

    run(as_json=as_json)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON.")
def doctor(as_json: bool) -> None:
    """Ask each configured part for a sign of life.

    A failure comes with its cure. The model gets one request of a few words; the memory keeps and
    erases a conversation of its own. The exit code is 1 when a part fails.

    \b
    Examples:
      twin doctor
      twin doctor --json | jq -r '.parts[] | select(.state == "failed") | .said'
    """
    from twin.entrypoints.cli.doctor import doctor as run

    run(as_json=as_json)


@click.command()
@click.option("--all", "every", is_flag=True, help="Also what the profile answers by now.")
@click.option("--json", "as_json", is_flag=True, help="Lines of JSON instead.")
def unanswered(every: bool, as_json: bool) -> None:
    """List what visitors asked and the profile does not say.

    Most frequent first. Similar questions are counted together; words that the profile does not
    know are in brackets.

    \b
    Examples:
      twin unanswered
      twin unanswered --all
      twin unanswered --json | jq -r .question
    """
    from twin.entrypoints.cli.unanswered import unanswered as run

    run(every=every, as_json=as_json)


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that makes SHELL complete twin.

    \b
    Examples:
      echo 'eval "$(twin completion bash)"' >> ~/.bashrc
      echo 'autoload -U compinit; compinit; eval "$(twin completion zsh)"' >> ~/.zshrc
      twin completion fish > ~/.config/fish/completions/twin.fish
    """
    from twin.entrypoints.cli.completion import completion as run

    run(shell)


@click.command()
def build() -> None:
    """Read the data folder and keep what was understood, so that nothing is read twice.

    `twin serve` does so by itself; do it ahead of time for a machine that starts often or has no
    pdfplumber, such as AWS Lambda.

    \b
    Examples:
      twin build
    """
    from twin.container import keep_profile
    from twin.settings import load_settings

    path, profiles = keep_profile(load_settings())
    click.echo(f"{path}: {', '.join(profiles)}")


COMMANDS = (build, init, check, doctor, unanswered, completion)
