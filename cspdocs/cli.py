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
from typing import Any, Final, TypeVar, get_args

import click

from cspdocs import pipeline
from cspdocs.collecting import without_collecting
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.errors import CspdocsError, FindingsError, UnknownFormat, UnknownKind
from cspdocs.rendering import DocumentKind, output_file, save_output
from cspdocs.saving import left_over
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


def _kind_option(command: _Command) -> _Command:
    kinds = click.Choice(get_args(DocumentKind))
    return click.option("--kind", type=kinds, default="plan", help="The plan itself, or its summary on a page.")(command)


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
    """Community Safety Partnership plans as Word and PDF documents and web pages."""


@cli.command()
@_plan_argument
@click.option(
    "--to",
    "formats",
    multiple=True,
    metavar="FORMAT",
    help="docx, pdf or html; may be given again. All three when left out. Also html-sections, a web page for each section, "
    "and html-fragment, to paste into a content management system.",
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the files; out, beside the plan.")
@_template_option
@_kind_option
@click.option("--force", is_flag=True, help="Build a final plan also while XX, TBC or {names} are left to be filled in.")
@without_collecting()
def build(
    plan: Path,
    formats: tuple[str, ...],
    out: Path | None,
    template: str | None,
    kind: DocumentKind,
    force: bool,
) -> None:
    """Make the documents of PLAN, a plan file or a folder with a plan.yaml.

    The web pages of a plan are a small site, with its summary and the other files in it.
    """
    names = pipeline.formats(formats)
    # Everything is rendered before anything is written: a fault leaves no half of a set.
    with click.progressbar(length=len(names) + 1, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        prepared = pipeline.prepare_file(plan, template, kind, force=force)
        bar.update(1)
        outputs = []
        for name in names:
            bar.label = f"Making {name}"
            outputs.append((name, prepared.render(name)))
            bar.update(1)
    _say(prepared.findings_with(output for _, output in outputs))
    folder = out or (plan if plan.is_dir() else plan.parent) / "out"
    for name, output in outputs:
        file = save_output(output, output_file(prepared.plan, folder, name, kind), prepared.plan)
        if output.files:
            size = sum(map(len, (output.data, *output.files.values())))
            click.echo(f"{file}  with {_counted(len(output.files), 'more file')}, {size / 1000:,.0f} kB")
        else:
            pages = _counted(len(prepared.options.paged.pages), "page")
            click.echo(f"{file}  {pages}, {len(output.data) / 1000:,.0f} kB")
        for old in left_over(file, output.files):
            click.echo(f"{click.style('note:', fg='blue', bold=True)} {old} is of an earlier build; delete it", err=True)


@cli.command()
@_plan_argument
@_template_option
@_kind_option
@click.pass_context
def check(context: click.Context, plan: Path, template: str | None, kind: DocumentKind) -> None:
    """Say what is wrong with PLAN, all at once, and make nothing."""
    findings = pipeline.check_file(plan, template, kind)
    _say(findings)
    click.echo(_tally(findings))
    if any(finding.severity is Severity.ERROR for finding in findings):
        context.exit(_FINDINGS)


@cli.command("dump")
@_plan_argument
@_template_option
@_kind_option
def dump_command(plan: Path, template: str | None, kind: DocumentKind) -> None:
    """Print the document tree of PLAN as indented text."""
    click.echo(pipeline.dump(pipeline.prepare_file(plan, template, kind).document), nl=False)


@cli.command()
def schema() -> None:
    """Print the JSON Schema of plan files, for editors."""
    # In ASCII, so that a file it is sent to is JSON whatever the console's encoding.
    click.echo(json.dumps(pipeline.schema(), indent=2))


@cli.group(invoke_without_command=True)
@click.pass_context
def templates(context: click.Context) -> None:
    """List the templates that come with cspdocs, or check one of your own."""
    if context.invoked_subcommand is None:
        for template in pipeline.templates():
            click.echo(f"{template.name}  {template.title}\n    {template.about}")


@templates.command("check")
@click.argument("folder")
@click.pass_context
def check_template(context: click.Context, folder: str) -> None:
    """Say what is wrong with the template in FOLDER, or of that name, and what would be right."""
    findings = pipeline.check_template(folder)
    _say(findings)
    click.echo(_tally(findings))
    if any(finding.severity is Severity.ERROR for finding in findings):
        context.exit(_FINDINGS)


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
    except (UnknownFormat, UnknownKind) as error:
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


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _tally(findings: Iterable[Diagnostic]) -> str:
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return "Nothing is wrong."
    return ", ".join(
        f"{counts[severity]} {severity.value}{'s' if counts[severity] > 1 else ''}"
        for severity in Severity
        if counts[severity]
    )
