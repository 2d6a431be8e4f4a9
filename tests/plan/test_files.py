"""Plan files: all mistakes in one run, and reading what was written gives the same plan."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cspdocs.diagnostics import Severity
from cspdocs.errors import PlanError
from cspdocs.plan.blocks import ActionTables, GlossaryList, Picture, Quote, Table, Text
from cspdocs.plan.directory import Contact, Organisation, Term
from cspdocs.plan.files import dump_plan, load_plan, plan_schema, read_plan
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action, Cover, Plan, Priority, Programme, Release, Section
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status
from cspdocs.records.structure import structure
from cspdocs.records.yaml_text import read_yaml
from cspdocs.units import mm, pt
from cspdocs.values import evolve
from strategies import plans

FULL = """\
title: Partnership Plan
partnership: Community Safety Partnership
areas: [Oldbridge, Newford]
period: 2025/26
release: {stage: final, version: 1.10, date: 1 April 2025}
cover:
  picture: {file: cover.jpg, alt: A bridge, width: 160 mm}
contact:
  name: Community Safety Team
  address:
    - Town Hall
    - Oldbridge
  phone: 01732 844522
statuses:
  on track:
  finished: {meaning: Nothing is left to do, shape: square, closes: yes}
figures:
  asb-reports: {value: "6,932", previous: "6,831"}
  burglaries: 12
organisations:
  police: {name: Oldbridge Police, short: OP, kind: statutory}
  parish: Parish Council
priorities:
  asb: Anti-social behaviour
actions:
  asb-1:
    title: Patrol the High Street
    priority: asb
    owners: police
    update: |
      Patrols began in May.

      - Fewer calls
        - at night
    status: on track
  asb-2: {title: "Priority #1", owners: [police, parish]}
previous:
  actions:
    old-1: Talk to shops
sections:
  foreword:
    body: Welcome.
  about:
    title: 'About us: who we are'
    body:
      - We are a partnership.
      - picture: map.png
      - quote: {text: It works., who: a pupil}
      - table:
          columns: [Year, Reports]
          rows:
            - ["2024", "{asb-reports.previous}"]
            - ["2025", ""]
      - actions: previous
      - glossary:
    sections:
      history:
        body: no
glossary:
  ASB: Anti-social behaviour
"""


SLIPS = (
    "",
    " ",
    "\n",
    "  ",
    ":",
    ": ",
    "- ",
    "#",
    "'",
    '"',
    "[",
    "}",
    "{",
    "|",
    "*",
    "&",
    "\t",
    "\n\n",
    "a: ",
    "\n  - ",
    "\u00a0",
)


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    return tmp_path / "plan.yaml"


def write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def test_every_kind_of_field_is_read(plan_file: Path) -> None:
    assert load_plan(write(plan_file, FULL)) == Plan(
        title="Partnership Plan",
        partnership="Community Safety Partnership",
        areas=("Oldbridge", "Newford"),
        period=Period.financial(2025),
        release=Release(stage="final", version="1.10", date=date(2025, 4, 1)),
        cover=Cover(picture=Picture(file="cover.jpg", alt="A bridge", width=mm(160))),
        contact=Contact(name="Community Safety Team", address=("Town Hall", "Oldbridge"), phone="01732 844522"),
        statuses=(
            Status(word="on track"),
            Status(word="finished", meaning="Nothing is left to do", shape="square", closes=True),
        ),
        figures=(Measure(id="asb-reports", value="6,932", previous="6,831"), Measure(id="burglaries", value="12")),
        organisations=(
            Organisation(id="police", name="Oldbridge Police", short="OP", kind="statutory"),
            Organisation(id="parish", name="Parish Council"),
        ),
        priorities=(Priority(id="asb", title="Anti-social behaviour"),),
        actions=(
            Action(
                id="asb-1",
                title="Patrol the High Street",
                priority="asb",
                owners=("police",),
                update="Patrols began in May.\n\n- Fewer calls\n  - at night",
                status="on track",
            ),
            Action(id="asb-2", title="Priority #1", owners=("police", "parish")),
        ),
        previous=Programme(actions=(Action(id="old-1", title="Talk to shops"),)),
        sections=(
            Section(id="foreword", body=(Text(text="Welcome."),)),
            Section(
                id="about",
                title="About us: who we are",
                body=(
                    Text(text="We are a partnership."),
                    Picture(file="map.png"),
                    Quote(text="It works.", who="a pupil"),
                    Table(columns=("Year", "Reports"), rows=(("2024", "{asb-reports.previous}"), ("2025", ""))),
                    ActionTables(year="previous"),
                    GlossaryList(),
                ),
                sections=(Section(id="history", body=(Text(text="no"),)),),
            ),
        ),
        glossary=(Term(term="ASB", meaning="Anti-social behaviour"),),
    )


def test_the_plan_knows_where_it_came_from(plan_file: Path) -> None:
    source = load_plan(write(plan_file, FULL)).source
    assert source is not None
    assert (source.folder, source.file) == (plan_file.parent, plan_file)
    lines = FULL.splitlines()
    assert lines[source.lines["actions/asb-1/status"] - 1] == "    status: on track"
    assert lines[source.lines["actions/asb-1/owners/1"] - 1] == "    owners: police"
    assert lines[source.lines["sections/about/body/3/who"] - 1] == "      - quote: {text: It works., who: a pupil}"
    assert lines[source.lines["sections/foreword/body/1/text"] - 1] == "    body: Welcome."
    assert lines[source.lines["glossary/ASB/meaning"] - 1] == "  ASB: Anti-social behaviour"


TEN_MISTAKES = """\
titel: Partnership Plan
period: 2025/2024
colour: "#336699"
statuses:
  on track: {shape: circel}
organisations:
  police: {short: OP}
actions:
  asb-1:
    title: Work on Priority #1
    owners: [police]
  asb-2:
    title: Patrols
    status:
      - on track
  asb-1: Patrols again
release:
  date: 31 June 2025
sections:
  about:
    body:
      - pictur: map.png
"""

TEN_FINDINGS = [
    (1, "unknown-key", "titel", 'did you mean "title"?'),
    (2, "bad-value", "period", "ends after it starts"),
    (3, "unknown-key", "colour", "allowed are title, partnership, areas"),
    (5, "unknown-choice", "statuses/on track/shape", 'did you mean "circle"?'),
    (7, "missing-field", "organisations/police/name", "The name as it is printed."),
    (10, "text-cut", "", 'put the text in quotes: "Work on Priority #1"'),
    (15, "wrong-shape", "actions/asb-2/status", 'without "- "'),
    (16, "duplicate-key", "actions/asb-1", "keep one of the two"),
    (18, "bad-value", "release/date", "there is no such day"),
    (22, "unknown-block", "sections/about/body/1", 'did you mean "picture"?'),
]


def test_ten_different_mistakes_are_all_reported_in_one_run_with_line_and_hint(plan_file: Path) -> None:
    plan, findings = read_plan(write(plan_file, TEN_MISTAKES))
    assert [(finding.line, finding.code, finding.path) for finding in findings] == [row[:3] for row in TEN_FINDINGS]
    for finding, (*_, hint) in zip(findings, TEN_FINDINGS, strict=True):
        assert hint in finding.hint
        assert finding.file == plan_file
        assert finding.column
        assert finding.severity is Severity.ERROR
    assert plan is not None
    assert plan.organisations == (Organisation(id="police", name="", short="OP"),)
    assert [action.id for action in plan.actions] == ["asb-1", "asb-2"]


def test_loading_raises_with_all_findings(plan_file: Path) -> None:
    with pytest.raises(PlanError, match=r"plan\.yaml:22: sections/about/body/1: there is no block") as raised:
        load_plan(write(plan_file, TEN_MISTAKES))
    assert len(raised.value.findings) == 10


def test_a_folder_stands_for_the_plan_in_it(plan_file: Path) -> None:
    write(plan_file, "title: Plan\n")
    assert load_plan(plan_file.parent).title == "Plan"


def test_a_missing_file_is_a_finding_that_names_a_similar_one(plan_file: Path) -> None:
    write(plan_file, "title: Plan\n")
    plan, (finding,) = read_plan(plan_file.with_name("plam.yaml"))
    assert plan is None
    assert finding.code == "missing-file"
    assert finding.hint == 'did you mean "plan.yaml"?'


@pytest.mark.parametrize(
    ("name", "hint"), [("plan.yaml", "the folder holds no file that ends in .yaml"), ("a/plan.yaml", "there is no folder")]
)
def test_a_missing_file_without_a_similar_one_says_what_is_there(tmp_path: Path, name: str, hint: str) -> None:
    _, (finding,) = read_plan(tmp_path / name)
    assert hint in finding.hint


def test_a_folder_without_a_plan_is_a_finding(tmp_path: Path) -> None:
    write(tmp_path / "other.yml", "title: Plan\n")
    _, (finding,) = read_plan(tmp_path)
    assert finding.code == "missing-file"
    assert finding.file == tmp_path / "plan.yaml"
    assert finding.hint == "the folder holds other.yml"


@pytest.mark.parametrize("name", ["Plan.YAML", "plan.yaml.txt", "plan.yml", "Plan.yml.txt"])
def test_a_plan_with_another_ending_is_named(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, "title: Plan\n")
    _, (finding,) = read_plan(tmp_path / "plans.yaml")
    assert finding.hint == f'did you mean "{name}"?'


def test_a_name_that_is_too_long_for_the_system_is_a_finding(tmp_path: Path) -> None:
    plan, (finding,) = read_plan(tmp_path / ("x" * 5000))
    assert plan is None
    assert finding.code == "unreadable-file"


def test_text_that_is_not_yaml_is_one_finding_with_its_line(plan_file: Path) -> None:
    plan, (finding,) = read_plan(write(plan_file, "title: Plan\nscope: [one, two\n"))
    assert plan is None
    assert finding.code == "yaml-syntax"
    assert finding.line in (2, 3)


def test_a_plan_in_the_windows_encoding_loads_with_a_warning(plan_file: Path) -> None:
    plan_file.write_bytes("title: Café “A” £5\n".encode("cp1252"))
    plan, (finding,) = read_plan(plan_file)
    assert finding.severity is Severity.WARNING
    assert plan == load_plan(plan_file) == Plan(title="Café “A” £5")


@given(plans())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_reading_what_was_written_gives_an_equal_plan(plan: Plan) -> None:
    node, findings = read_yaml(dump_plan(plan))
    assert findings == ()
    assert structure(node, Plan)[:2] == (plan, ())


@given(st.data())
@settings(max_examples=200)
def test_no_slip_of_the_hand_leads_to_anything_but_findings(data: st.DataObject) -> None:
    text = FULL
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        dropped = data.draw(st.integers(0, 12))
        text = text[:place] + data.draw(st.sampled_from(SLIPS)) + text[place + dropped :]
    node, findings = read_yaml(text)
    plan, problems, lines = structure(node, Plan) if node else (None, (), {})
    assert plan is not None or findings or problems
    assert all(problem.line and problem.hint for problem in problems)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


def test_a_dumped_file_loads_as_the_same_plan_and_dumps_the_same(plan_file: Path, tmp_path: Path) -> None:
    plan = load_plan(write(plan_file, FULL))
    text = dump_plan(plan)
    again = load_plan(write(tmp_path / "again.yaml", text))
    assert again == plan
    assert dump_plan(again) == text


def test_a_dumped_plan_is_short_and_readable() -> None:
    plan = Plan(
        title="Partnership Plan",
        period=Period.financial(2025),
        priorities=(Priority(id="asb", title="Anti-social behaviour"),),
        actions=(Action(id="asb-1", title="Patrol", owners=("police", "parish"), update="One.\n\nTwo.", status="on track"),),
        sections=(
            Section(id="foreword", body=(Text(text="Welcome."),)),
            Section(id="about", body=(Text(text="Us."), Picture(file="map.png", width=pt(300)), GlossaryList())),
        ),
    )
    assert dump_plan(plan) == (
        "title: Partnership Plan\n"
        "period: 2025/26\n"
        "\n"
        "priorities:\n"
        "  asb: Anti-social behaviour\n"
        "\n"
        "actions:\n"
        "  asb-1:\n"
        "    title: Patrol\n"
        "    owners: [police, parish]\n"
        "    update: |\n"
        "      One.\n"
        "\n"
        "      Two.\n"
        "    status: on track\n"
        "\n"
        "sections:\n"
        "  foreword:\n"
        "    body: Welcome.\n"
        "  about:\n"
        "    body:\n"
        "      - Us.\n"
        "      - picture:\n"
        "          file: map.png\n"
        "          width: 300 pt\n"
        "      - glossary:\n"
    )


def test_where_a_plan_came_from_is_no_part_of_what_it_says(plan_file: Path) -> None:
    plan = load_plan(write(plan_file, "title: Plan\n"))
    assert dump_plan(plan) == "title: Plan\n"
    assert plan == evolve(plan, source=None)


def test_the_schema_describes_every_field_of_a_plan() -> None:
    fields = plan_schema()["$defs"]["Plan"]["properties"]
    assert {"title", "period", "previous", "sections"} <= set(fields)
    assert "source" not in fields
    assert all(field["description"] for field in fields.values())


def test_reading_a_plan_imports_neither_cattrs_nor_a_second_yaml_library() -> None:
    code = "import sys, cspdocs.plan.files; print(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"cattrs", "ruamel", "ruamel.yaml", "jsonschema"}.isdisjoint(ran.stdout.split())


def test_a_plan_in_which_two_actions_have_one_id_is_not_written_with_one_of_them_lost() -> None:
    plan = Plan(title="Plan", actions=[Action(id="asb-1", title="Patrol"), Action(id="asb-1", title="Mediate")])
    with pytest.raises(PlanError, match='"asb-1" is used twice; give each action a key of its own'):
        dump_plan(plan)
