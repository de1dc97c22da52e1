"""The command ``completion``: what makes a shell complete the commands of hearts."""

from collections.abc import Mapping

import click
from click.shell_completion import get_completion_class

from hearts_tui.cli.names import COMMAND_NAME, COMPLETE_VARIABLE

_PUT_INTO: Mapping[str, str] = {
    "bash": "~/.local/share/bash-completion/completions/hearts",
    "zsh": "~/.local/share/zsh/site-functions/_hearts",
    "fish": "~/.config/fish/completions/hearts.fish",
}
"""The file of each shell from which it takes up completions by itself."""

_ALSO: Mapping[str, tuple[str, ...]] = {
    "bash": ("or this line into ~/.bashrc:", '    eval "$(hearts completion bash)"'),
    "zsh": (
        "with this in ~/.zshrc, before compinit:",
        "    fpath+=(~/.local/share/zsh/site-functions)",
    ),
    "fish": (),
}


@click.command(epilog="Example: hearts completion bash")
@click.argument("shell", type=click.Choice([*_PUT_INTO]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes a SHELL complete commands, ids and options, and where to put it."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"There's no completion for {shell}.")
    root = ctx.find_root().command
    script = kind(root, {}, COMMAND_NAME, COMPLETE_VARIABLE).source().strip()
    lines = [f"Completion for {shell}. Put this into {_PUT_INTO[shell]}", *_ALSO[shell]]
    notes = "\n".join(f"# {line}" for line in lines)
    # zsh looks for its own mark in the first line.
    first, _, rest = script.partition("\n")
    whole = f"{first}\n{notes}\n{rest}" if first.startswith("#compdef") else f"{notes}\n{script}"
    click.echo(whole)
