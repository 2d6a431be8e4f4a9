"""The command line: arguments, exit codes and what is said on the terminal. No logic.

Exit codes: 0 done, 1 findings of severity error, 2 wrong use.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from cspdocs import pipeline
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.errors import CspdocsError, FindingsError, UnknownFormat
from cspdocs.saving import save_bytes
from cspdocs.starter import start_plan

_FINDINGS: Final = 1
_WRONG_USE: Final = 2
_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _plan_argument(command: _Command) -> _Command:
    """The plan: a file, or a folder that holds a plan.yaml; the current folder when left out."""
    return click.argument("plan", type=click.Path(path_type=Path), default=Path())(command)


def _template_option(command: _Command) -> _Command:
    return click.option("--template", metavar="NAME", help="A template's name or folder, in place of the plan's own.")(
        command
    )


def _show_version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:  # noqa: ARG001
    if wanted:
        try:
            number = version("cspdocs")
        except PackageNotFoundError:
            number = "(not installed)"
        click.echo(f"cspdocs {number}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version.")
def cli() -> None:
    """Community Safety Partnership plans as Word and PDF documents."""


@cli.command()
@_plan_argument
@click.option("--to", "formats", multiple=True, metavar="FORMAT", help="docx or pdf; may be given again. All when left out.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the files; out, beside the plan.")
@_template_option
def build(plan: Path, formats: tuple[str, ...], out: Path | None, template: str | None) -> None:
    """Make the documents of PLAN, a plan file or a folder with a plan.yaml."""
    names = pipeline.formats(formats)
    # Everything is rendered before anything is written: a fault leaves no half of a set.
    with click.progressbar(length=len(names) + 1, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        prepared = pipeline.prepare_file(plan, template)
        bar.update(1)
        outputs = []
        for name in names:
            bar.label = f"Making {name}"
            outputs.append((name, prepared.render(name)))
            bar.update(1)
    findings = [*prepared.findings, *(finding for _, output in outputs for finding in output.diagnostics)]
    _say(dict.fromkeys(findings))
    folder = out or (plan if plan.is_dir() else plan.parent) / "out"
    for name, output in outputs:
        made_of = prepared.plan
        file = save_bytes(output.data, pipeline.output_file(made_of, folder, name), pipeline.sources(made_of))
        pages = len(prepared.options.paged.pages)
        click.echo(f"{file}  {pages} page{'' if pages == 1 else 's'}, {len(output.data) / 1000:,.0f} kB")


@cli.command()
@_plan_argument
@_template_option
@click.pass_context
def check(context: click.Context, plan: Path, template: str | None) -> None:
    """Say what is wrong with PLAN, all at once, and make nothing."""
    findings = pipeline.check_file(plan, template)
    _say(findings)
    click.echo(_tally(findings))
    if any(finding.severity is Severity.ERROR for finding in findings):
        context.exit(_FINDINGS)


@cli.command("dump")
@_plan_argument
@_template_option
def dump_command(plan: Path, template: str | None) -> None:
    """Print the document tree of PLAN as indented text."""
    click.echo(pipeline.dump(pipeline.prepare_file(plan, template).document), nl=False)


@cli.command()
def schema() -> None:
    """Print the JSON Schema of plan files, for editors."""
    # In ASCII, so that a file it is sent to is JSON whatever the console's encoding.
    click.echo(json.dumps(pipeline.schema(), indent=2))


@cli.command()
def templates() -> None:
    """List the templates that come with cspdocs."""
    for template in pipeline.templates():
        click.echo(f"{template.name}  {template.title}\n    {template.about}")


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Write a plan to begin with into FOLDER, which must be new or empty."""
    for file in start_plan(folder):
        click.echo(file)
    named = f'"{folder}"' if " " in str(folder) else folder
    click.echo(f"Now edit {folder / 'plan.yaml'} and run: cspdocs build {named}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit code. No fault ever reaches a user as a traceback."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command line."""
    for stream in (sys.stdout, sys.stderr):
        # A console or a file in an old encoding shows "?" for what it has not; it never stops the work.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = cli.main(args=arguments, prog_name="cspdocs", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Stopped; no file was harmed.", err=True)
        return _FINDINGS
    except FindingsError as error:
        _say(error.findings)
        click.echo(_tally(error.findings), err=True)
        return _FINDINGS
    except UnknownFormat as error:
        click.echo(f"Error: {error}", err=True)
        return _WRONG_USE
    except CspdocsError as error:
        click.echo(f"Error: {error}", err=True)
        return _FINDINGS
    except Exception as error:  # the last resort, so that no user sees a traceback
        if os.environ.get("CSPDOCS_DEBUG"):
            raise
        click.echo(f"Error: a fault of cspdocs itself ({type(error).__name__}: {error}); no file was harmed.", err=True)
        click.echo("Please report it, with what CSPDOCS_DEBUG=1 prints before the same command.", err=True)
        return _FINDINGS


def _say(findings: Iterable[Diagnostic]) -> None:
    """The findings on the error stream, one a line."""
    for finding in findings:
        severity = click.style(f"{finding.severity.value}:", fg=_COLOURS[finding.severity], bold=True)
        click.echo(f"{severity} {finding}", err=True)


def _tally(findings: Iterable[Diagnostic]) -> str:
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return "Nothing is wrong."
    return ", ".join(
        f"{counts[severity]} {severity.value}{'s' if counts[severity] > 1 else ''}"
        for severity in Severity
        if counts[severity]
    )
