"""The command line: thin doors over ``vnplan.parse``, ``read`` and ``diff``.

Exit codes as diff's: 0 nothing missing, 1 differences, 2 trouble, be it a file that cannot
be read, a wrong option or an error of ours. As shells have it, 130 says interrupted and
141 that the reader of our output went away.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import vnplan
from vnplan.cli.extract import add_extract
from vnplan.cli.faces import (
    DIFF_FACES,
    MATRIX_FACES,
    PLAN_FACES,
    add_out,
    check_out,
    choose_format,
    output_to,
    show,
)
from vnplan.cli.family import add_audit, add_family
from vnplan.cli.search import add_index, add_search
from vnplan.cli.terminal import (
    columns,
    complain,
    forget_output,
    in_colour,
    told,
    write,
    write_sheet,
)
from vnplan.cli.values import (
    add_fail_on,
    as_day,
    failing_of,
    positive,
    said,
    scored_field,
)
from vnplan.language import LANGUAGES, language_of, say, say_doubt
from vnplan.lexicon.messages import ARGPARSE_VIETNAMESE

if TYPE_CHECKING:
    from vnplan.records import Decision, Plan, PlanDiff, Source
    from vnplan.scores import Scores

Made = TypeVar("Made")
SAME, DIFFERENT, TROUBLE, INTERRUPTED, NO_READER = 0, 1, 2, 130, 141

STANDARD_INPUT = "-"
RECORDS = ("plan", "diff", "matrix", "chain", "explanation", "survey", "family", "audit")
BADLY_READ = ("empty", "broken_text", "undecodable")  # doubts by which no record can be trusted
# commands that read files
READING = ("parse", "outline", "diff", "matrix", "chain", "explain", "waive", "extract")
OCR = ("auto", "always", "never")  # readers.reading.Ocr, without loading it for --help
# records.Decision, in one word each
DECISIONS: dict[str, Decision] = {"accept": "accept", "not-applicable": "not applicable"}


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of one command, which prints its result."""
    # no plugin watches our records, and looking for some takes a tenth of a short command
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    argv = sys.argv[1:] if argv is None else list(argv)
    lang = wanted_language(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # UTF-8 whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = run(argv, lang)
        sys.stdout.flush()
        keep_compiled()
        return code
    except BrokenPipeError:
        forget_output()
        return NO_READER
    except KeyboardInterrupt:
        complain(say(lang, "interrupted"))
        return INTERRUPTED
    except vnplan.VnplanError as error:
        complain(error.tell(lang))
    except Exception as error:
        complain(say(lang, "unexpected", error=told(error, lang)), trace="--debug" in argv)
    try:
        sys.stdout.flush()
    except OSError:  # what could not be written then cannot be written now
        forget_output()
    return TROUBLE


def run(argv: Sequence[str], lang: str) -> int:
    """The exit code of one command; errors of all kinds pass through."""
    try:
        parser = arguments(lang)
        args = parser.parse_args(argv)
        choose_format(args)
        named = (args.parent, *args.children) if hasattr(args, "children") else ()
        named += tuple(getattr(args, "bottom", ()))
        if [*getattr(args, "files", named)].count(STANDARD_INPUT) > 1:
            parser.error(say(lang, "one_standard_input"))
        further = getattr(args, "further_parents", ())
        if getattr(args, "since", None) is not None and len(named) + len(further) > 2:
            parser.error(say(lang, "since_one_pair"))
        if getattr(args, "waivers", None) is not None and len(named) > 2:
            parser.error(say(lang, "waivers_one_child"))
        check_out(parser, args, lang)
    except SystemExit as stop:  # --help, --version, or a usage error already told
        return stop.code if isinstance(stop.code, int) else TROUBLE
    args.spoken = lang
    door: Callable[[argparse.Namespace, str], int] = args.door
    with output_to(getattr(args, "report", None)):
        return door(args, lang)


# ---------------------------------------------------------------- commands


def parse_door(args: argparse.Namespace, lang: str) -> int:
    """Print the record of each file; a file in trouble is told and the next one read."""
    code = SAME
    for _, plan in each(args.files, lambda name: load(name, args), args, lang):
        if plan is None:
            code = TROUBLE
        elif args.format in PLAN_FACES:
            show(PLAN_FACES[args.format], lang, plan)
        else:
            write(shown(plan, args, lang))
    return code


def shown(plan: Plan, args: argparse.Namespace, lang: str) -> str:
    """One record: as tables, as a line of JSON, or indented where it is the only one."""
    if args.format == "table":
        from vnplan.report.table import as_table
        from vnplan.report.text import printable

        page = as_table(plan, lang=lang, width=columns(), colour=in_colour())
        name = printable(plan.source.name or "")
        return page if len(args.files) == 1 else f"== {name}\n{page}\n"
    return plan.to_json(text=not args.no_text, indent=2 if len(args.files) == 1 else None) + "\n"


def outline_door(args: argparse.Namespace, lang: str) -> int:
    """Print the tree of sections, or every line with the rule that claimed it."""
    from vnplan.report.text import printable

    if args.why:
        from vnplan.plan import explain

        rows = explain(read_input(args.file, args)[0])
        widest = max((len(reason) for _, reason, _ in rows), default=0)
        for number, reason, line in rows:
            write(f"{number:>5}  {reason:<{widest}}  {printable(line)}".rstrip() + "\n")
    else:
        for depth, head, role in load(args.file, args).heads():
            write(f"{'  ' * depth}{printable(head)} [{say(lang, f'role_{role}')}]\n")
    return SAME


def diff_door(args: argparse.Namespace, lang: str) -> int:
    """Print what each child makes of the duties of each parent; 1 where a status fails.

    A child in trouble is told and the next one compared.
    """
    from vnplan.report.compared import Compared
    from vnplan.report.text import as_text, has_duties, printable

    named = (args.parent, *args.further_parents)
    parents = [load(name, args) for name in named]
    single = len(parents) == len(args.children) == 1
    code = SAME
    gathered: list[Compared] = []

    def differences(name: str) -> tuple[Plan, list[PlanDiff]]:
        child = load(name, args)
        return child, [noted(result, name, args) for result in compared(parents, child, args)]

    for name, made in each(args.children, differences, args, lang):
        if made is None:
            code = TROUBLE
            continue
        child, results = made
        for parent, plan, result in zip(named, parents, results, strict=True):
            if args.format != "text" and not has_duties(result):
                complain(say(lang, "no_duties", name=parent))
            if args.format != "text":
                wonder(result, name, lang)
            if args.format in DIFF_FACES:
                gathered.append(Compared(result, plan, child, parent, name))
            elif args.format == "json":
                write(result.to_json(indent=2 if single else None) + "\n")
            else:
                shown = {"everything": args.all, "ids": args.ids}
                page = as_text(result, lang=lang, width=columns(), colour=in_colour(), **shown)
                write(page if single else f"== {printable(parent)} > {printable(name)}\n{page}\n")
            code = max(code, judged(result, args))
    if gathered:
        show(DIFF_FACES[args.format], lang, gathered)
    return code


def matrix_door(args: argparse.Namespace, lang: str) -> int:
    """Print the duties of a parent with their status in each of many children."""
    from vnplan.compare.many import as_matrix
    from vnplan.report.compared import Compared
    from vnplan.report.matrix import as_page, as_sheet
    from vnplan.report.text import has_duties

    parent = load(args.parent, args)
    names = list(plain_files(args.children, but=args.parent))
    if not names:
        complain(say(lang, "no_children", name=", ".join(args.children)))
        return TROUBLE

    face = MATRIX_FACES.get(args.format)
    gathered: list[Compared] = []

    def differences(name: str) -> list[PlanDiff]:
        child = load(name, args)
        made = [noted(result, name, args) for result in compared([parent], child, args)]
        for one in made:
            wonder(one, name, lang)
        if face is not None and face.many:
            gathered.extend(Compared(one, parent, child, args.parent, name) for one in made)
        return made

    found = [told for _, told in each(names, differences, args, lang)]
    results = [result for told in found for result in told or ()]
    if not results:
        return TROUBLE
    code = max(TROUBLE if told is None else judged(told[0], args) for told in found)
    if not has_duties(results[0]):
        complain(say(lang, "no_duties", name=args.parent))
    matrix = as_matrix(results)
    if args.format == "json":
        write(matrix.to_json(indent=2) + "\n")
    elif args.format == "csv":
        write_sheet(as_sheet(matrix, lang=lang))
    elif face is not None:
        show(face, lang, gathered if face.many else matrix)
    else:
        write(as_page(matrix, lang=lang, width=columns()))
    return code


def chain_door(args: argparse.Namespace, lang: str) -> int:
    """Print what became of the duties of the first plan at each level below it."""
    from vnplan.report.chain import as_page, duties

    result = vnplan.chain(load(name, args) for name in (args.parent, *args.children, *args.bottom))
    if args.format == "json":
        write(result.to_json(indent=2) + "\n")
    else:
        write(as_page(result, lang=lang, width=columns()))
    if not duties(result):
        complain(say(lang, "no_duties", name=args.parent))
        return TROUBLE
    failing = failing_of(args)
    steps = (step for row in result.rows for step in row.steps)
    return DIFFERENT if any(step.status in failing for step in steps) else SAME


def explain_door(args: argparse.Namespace, lang: str) -> int:
    """Print why one duty has its status."""
    from vnplan.report.explain import as_page

    parent, child = load(args.parent, args), load(args.children[0], args)
    try:
        told = vnplan.explain(parent, child, args.id, as_body=args.bearer)
    except KeyError:
        count = len(vnplan.diff(parent, child, as_body=args.bearer).items)
        complain(say(lang, "no_such_item", found=args.id, count=count))
        return TROUBLE
    if args.format == "json":
        write(told.model_dump_json(by_alias=True, indent=2) + "\n")
    else:
        write(as_page(told, lang=lang, width=columns()))
    return SAME


def compared(parents: list[Plan], child: Plan, args: argparse.Namespace) -> list[PlanDiff]:
    """The difference of a child with each of its parents."""
    from vnplan.compare.many import compare_with_parents
    from vnplan.plan import issued_by

    return compare_with_parents(parents, issued_by(child, args.bearer) if args.bearer else child)


def wonder(result: PlanDiff, child: str, lang: str) -> None:
    """Tell why these may not be the right two files."""
    from vnplan.report.text import doubts_told, printable

    for line in doubts_told(result, lang):
        complain(f"{printable(child)}: {line}")


def judged(result: PlanDiff, args: argparse.Namespace) -> int:
    """The exit code of a difference: trouble where nothing could be compared."""
    from vnplan.report.text import has_duties

    if not has_duties(result):
        return TROUBLE
    failing = failing_of(args)
    owed = (item for item in result.items if not item.excused)
    return DIFFERENT if any(item.status in failing for item in owed) else SAME


def noted(result: PlanDiff, child: str, args: argparse.Namespace) -> PlanDiff:
    """The difference with what was decided about it, and what changed since an earlier one."""
    named = getattr(args, "waivers", None)  # a matrix has a file beside each child alone
    path = waivers_of(child, named)
    if path is not None and not args.no_waivers and (named or path.exists()):
        from vnplan.waivers import apply, read_waivers

        result = apply(result, read_waivers(path), today=date.today())
    if getattr(args, "since", None) is not None:
        from vnplan.since import add_since, read_earlier

        result = add_since(result, read_earlier(args.since))
    return result


def waivers_of(child: str, named: Path | None) -> Path | None:
    """The file of decisions: the one named, else that beside the child, if it is a file."""
    from vnplan.waivers import beside

    return named if named or child == STANDARD_INPUT else beside(child)


def waive_door(args: argparse.Namespace, lang: str) -> int:
    """Write down what was decided about duties, beside what was decided before."""
    from vnplan.report.text import printable
    from vnplan.waivers import decide, find_duties, read_waivers, write_waivers

    [name] = args.children
    path = waivers_of(name, args.waivers)
    if path is None:
        complain(say(lang, "waivers_where"))
        return TROUBLE
    known = read_waivers(path) if path.exists() else ()
    result = vnplan.diff(load(args.parent, args), load(name, args))
    duties, unknown = find_duties(result, args.duties)
    for duty in unknown:
        complain(say(lang, "no_such_duty", found=printable(duty)))
    if unknown:
        return TROUBLE
    waivers = decide(
        known,
        duties,
        result.parent,
        decision=DECISIONS[args.decision],
        by=args.by,
        why=args.why,
        until=args.until,
    )
    write_waivers(path, waivers, parent=result.parent)
    for item in duties:
        text = item.parent.text if item.parent else ""
        write(f"{item.id}  {item.fingerprint}  {printable(text)}\n")
    write(say(lang, "waivers_written", name=printable(str(path)), count=len(waivers)) + "\n")
    return SAME


def each(
    names: Sequence[str], make: Callable[[str], Made], args: argparse.Namespace, lang: str
) -> Iterator[tuple[str, Made | None]]:
    """What is made of each file; of several, one in trouble is told and is None."""
    for name in names:
        try:
            made = make(name)
        except Exception as error:
            if len(names) == 1:
                raise
            if isinstance(error, vnplan.UnreadableFile):
                complain(error.tell(lang))
            else:
                trouble = say(lang, "unexpected_in", name=name, error=told(error, lang))
                complain(trouble, trace=args.debug)
            yield name, None
        else:
            yield name, made


def plain_files(names: Sequence[str], *, but: str) -> Iterator[str]:
    """The files named, and of folders the documents in them and below, without the parent."""
    from collections import Counter

    from vnplan.folder import find_files
    from vnplan.readers.kinds import ENDINGS

    for name in names:
        path = Path(name)
        if name == STANDARD_INPUT or not path.is_dir():
            yield name
            continue
        for inside in sorted(path / found.path for found in find_files(path, Counter())):
            if inside.suffix.lower() in ENDINGS and inside.is_file():
                same = but != STANDARD_INPUT and os.path.exists(but) and inside.samefile(but)
                if not same:
                    yield os.fspath(inside)


def evaluate_door(args: argparse.Namespace, lang: str) -> int:
    """Print how far what is read, or was predicted, agrees with the gold records of a folder.

    A document whose gold or text cannot be read is told and left out; of one whose prediction
    cannot, everything is missed.
    """
    from vnplan.evaluate import evaluate
    from vnplan.gold import check_folder, find_gold, read_prediction, read_record, same_text

    code = SAME

    def attempt(read: Callable[..., dict[str, Any]], *where: object) -> dict[str, Any] | None:
        nonlocal code
        try:
            return read(*where)
        except vnplan.UnreadableFile as error:
            complain(error.tell(lang))
            code = TROUBLE
            return None

    if args.predictions is not None:
        check_folder(args.predictions)
    told: dict[str, Scores] = {}
    for name, record, text in find_gold(args.gold):
        gold = attempt(read_record, record)
        if args.predictions is None:
            predicted = attempt(parsed, text)
        else:
            predicted = attempt(read_prediction, args.predictions, name) or {}
        if gold is None or predicted is None:
            continue
        if not same_text(gold, predicted):
            complain(say(lang, "other_text", name=name))
        told[name] = evaluate(gold, predicted)
    if told:
        show = scores_in_json if args.format == "json" else scores_in_words
        write(show(told, args, lang))
    return code


def parsed(path: Path) -> dict[str, Any]:
    """The record of a text file as it is written to JSON; raises ``UnreadableFile``."""
    return vnplan.read(path).model_dump(mode="json")


def scores_in_words(told: dict[str, Scores], args: argparse.Namespace, lang: str) -> str:
    """The scores of all documents as a table, after those of each and its mistakes if asked for."""
    from vnplan.report.scores import as_mistake, as_scores
    from vnplan.report.text import printable
    from vnplan.scores import Scores

    page = ""
    if args.per_document:
        for name, scores in told.items():
            table = as_scores(scores, lang=lang, width=columns())
            page += f"== {printable(name)}\n{table}\n"
    if args.errors:
        for name, scores in told.items():
            for mistake in scores.fields[args.errors].mistakes:
                page += f"{printable(name)}: {as_mistake(mistake, lang=lang)}\n"
        page += "\n"
    return page + as_scores(sum(told.values(), Scores()), lang=lang, width=columns())


def scores_in_json(told: dict[str, Scores], args: argparse.Namespace, lang: str) -> str:
    """The figures of all documents, with those of each and its mistakes if asked for."""
    import json

    from vnplan.scores import Scores

    page = sum(told.values(), Scores()).figures()
    if args.per_document:
        page["documents"] = {name: scores.figures() for name, scores in told.items()}
    if args.errors:
        page["errors"] = {
            name: [mistake.model_dump() for mistake in scores.fields[args.errors].mistakes]
            for name, scores in told.items()
        }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def survey_door(args: argparse.Namespace, lang: str) -> int:
    """Print what lies in a folder; a file that cannot be read is a row that says so."""
    from vnplan.report.survey import as_page
    from vnplan.survey import survey

    found = survey(args.folder, deep=args.deep)
    if args.format == "json":
        write(found.to_json(indent=2) + "\n")
    else:
        write(as_page(found, lang=lang, width=columns(), colour=in_colour()))
    return SAME


def schema_door(args: argparse.Namespace, lang: str) -> int:
    """Print the JSON Schema of one kind of record."""
    import json

    write(json.dumps(vnplan.schema(args.record), ensure_ascii=False, indent=2) + "\n")
    return SAME


# ---------------------------------------------------------------- arguments


def arguments(lang: str) -> argparse.ArgumentParser:
    """The commands and their options, told in a language."""
    speak(lang)
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--lang", choices=LANGUAGES, help=say(lang, "help_lang"))
    everywhere.add_argument("--debug", action="store_true", help=say(lang, "help_debug"))

    top = argparse.ArgumentParser(
        prog="vnplan",
        description=say(lang, "about"),
        epilog=say(lang, "exit_codes"),
        parents=[everywhere],
        allow_abbrev=False,
    )
    top.set_defaults(debug=False)
    top.add_argument(
        "--version",
        action="version",
        version=f"vnplan {vnplan.__version__}",
        help=say(lang, "help_version"),
    )
    commands = top.add_subparsers(metavar=say(lang, "command"), required=True)

    reading = argparse.ArgumentParser(add_help=False)
    reading.add_argument("--encoding", metavar="NAME", help=say(lang, "help_encoding"))
    about = say(lang, "help_ocr", default=OCR[0])
    reading.add_argument("--ocr", choices=OCR, default=OCR[0], help=about)
    about = say(lang, "help_max_pages")
    reading.add_argument(
        "--max-pages", metavar="N", type=lambda word: positive(word, lang), help=about
    )

    def command(
        name: str, door: Callable[[argparse.Namespace, str], int]
    ) -> argparse.ArgumentParser:
        about = say(lang, f"help_{name}")
        parents = [everywhere, reading] if name in READING else [everywhere]
        made = commands.add_parser(
            name, help=about, description=about, parents=parents, allow_abbrev=False
        )
        made.set_defaults(door=door)
        return made

    def output(parser: argparse.ArgumentParser, *formats: str) -> None:
        about = say(lang, "help_format", default=formats[0])
        known = {name: say(lang, f"face_{name}") for name in formats}
        told = [f"{name}: {words}" for name, words in known.items() if words != f"face_{name}"]
        about = "; ".join((about, *told))
        parser.add_argument("--format", choices=formats, help=about)
        parser.set_defaults(formats=formats)

    parse = command("parse", parse_door)
    parse.add_argument("files", nargs="+", metavar="FILE", help=say(lang, "help_files"))
    output(parse, "json", "table", *PLAN_FACES)
    add_out(parse, PLAN_FACES, lang)
    parse.add_argument("--no-text", action="store_true", help=say(lang, "help_no_text"))

    outline = command("outline", outline_door)
    outline.add_argument("file", metavar="FILE", help=say(lang, "help_file"))
    outline.add_argument("--why", action="store_true", help=say(lang, "help_why"))

    diff = command("diff", diff_door)
    output(diff, "text", "json", *DIFF_FACES)
    add_out(diff, DIFF_FACES, lang)
    diff.add_argument("--all", action="store_true", help=say(lang, "help_all"))
    diff.add_argument(
        "--parent",
        dest="further_parents",
        metavar="PARENT",
        action="append",
        default=[],
        help=say(lang, "help_further_parent"),
    )

    def body(words: str) -> str:
        return said(words, lang)

    matrix = command("matrix", matrix_door)
    output(matrix, "text", "json", "csv", *MATRIX_FACES)
    add_out(matrix, MATRIX_FACES, lang)
    chain = command("chain", chain_door)
    output(chain, "text", "json")
    chain.add_argument("parent", metavar="TOP", help=say(lang, "help_top"))
    chain.add_argument("children", nargs="+", metavar="MIDDLE", help=say(lang, "help_middle"))
    chain.add_argument("bottom", nargs=1, metavar="BOTTOM", help=say(lang, "help_bottom"))
    for parser, children in ((diff, "help_children"), (matrix, "help_folder")):
        parser.add_argument("parent", metavar="PARENT", help=say(lang, "help_parent"))
        parser.add_argument("children", nargs="+", metavar="CHILD", help=say(lang, children))
        parser.add_argument(
            "--as", dest="bearer", metavar="BODY", help=say(lang, "help_as"), type=body
        )
    for parser in (diff, matrix, chain):
        add_fail_on(parser, lang)

    diff.add_argument("--ids", action="store_true", help=say(lang, "help_ids"))
    diff.add_argument("--since", metavar="OLD.json", type=Path, help=say(lang, "help_since"))
    which = diff.add_mutually_exclusive_group()
    which.add_argument("--waivers", metavar="FILE", type=Path, help=say(lang, "help_waivers"))
    about = say(lang, "help_no_waivers")
    for group in (which, matrix):
        group.add_argument("--no-waivers", action="store_true", help=about)

    waive = command("waive", waive_door)
    waive.add_argument("parent", metavar="PARENT", help=say(lang, "help_parent"))
    waive.add_argument("children", nargs=1, metavar="CHILD", help=say(lang, "help_child"))
    waive.add_argument("duties", metavar="ID", nargs="+", help=say(lang, "help_duty"))
    for name, about in (("--by", "help_by"), ("--why", "help_waive_why")):
        waive.add_argument(
            name, required=True, help=say(lang, about), type=lambda words: said(words, lang)
        )
    about = say(lang, "help_decision", default="accept")
    waive.add_argument("--decision", choices=tuple(DECISIONS), default="accept", help=about)
    about = say(lang, "help_until")
    waive.add_argument(
        "--until", metavar="DATE", help=about, type=lambda words: as_day(words, lang)
    )
    waive.add_argument("--waivers", metavar="FILE", type=Path, help=say(lang, "help_waivers"))

    explain = command("explain", explain_door)
    output(explain, "text", "json")
    explain.add_argument("parent", metavar="PARENT", help=say(lang, "help_parent"))
    explain.add_argument("children", nargs=1, metavar="CHILD", help=say(lang, "help_child"))
    explain.add_argument("id", metavar="ID", help=say(lang, "help_id"))
    explain.add_argument(
        "--as", dest="bearer", metavar="BODY", help=say(lang, "help_as"), type=body
    )

    evaluate = command("evaluate", evaluate_door)
    evaluate.add_argument("gold", metavar="GOLD_DIR", type=Path, help=say(lang, "help_gold"))
    about = say(lang, "help_predictions")
    evaluate.add_argument("--predictions", metavar="PRED_DIR", type=Path, help=about)
    output(evaluate, "table", "json")
    about = say(lang, "help_errors")
    evaluate.add_argument(
        "--errors", metavar="FIELD", help=about, type=lambda word: scored_field(word, lang)
    )
    evaluate.add_argument(
        "--per-document", action="store_true", help=say(lang, "help_per_document")
    )

    survey = command("survey", survey_door)
    survey.add_argument("folder", metavar="DIR", type=Path, help=say(lang, "help_survey_folder"))
    output(survey, "table", "json")
    survey.add_argument("--deep", action="store_true", help=say(lang, "help_deep"))

    for add in (add_extract, add_index, add_search, add_family, add_audit):
        add(command, lang)

    schema = command("schema", schema_door)
    about = say(lang, "help_schema_name", default="plan")
    schema.add_argument("record", nargs="?", choices=RECORDS, default="plan", help=about)
    return top


def wanted_language(argv: Sequence[str]) -> str:
    """The language of ``--lang``, wherever it stands, else that of the locale.

    Known before the arguments are read, since reading them may need words.
    """
    for option, value in zip(argv, [*argv[1:], ""], strict=False):
        name, _, joined = option.partition("=")
        if name == "--lang" and (joined or value) in LANGUAGES:
            return joined or value
    return language_of(os.environ)


def speak(lang: str) -> None:
    """Have argparse say its own sentences in a language.

    It asks gettext for each of them, under the name ``_``, and has no Vietnamese catalogue.
    """
    sentences = ARGPARSE_VIETNAMESE if lang == "vi" else {}
    setattr(argparse, "_", lambda sentence: sentences.get(sentence, sentence))  # noqa: B010


# ---------------------------------------------------------------- input and output


def load(name: str, args: argparse.Namespace) -> Plan:
    """The plan in a file, or on standard input; raises ``UnreadableFile``."""
    text, source = read_input(name, args)
    plan = vnplan.parse(text, source=source)
    if args.door is not parse_door:  # whose record has all doubts in it
        from vnplan.report.text import printable

        for doubt in plan.doubts:
            if doubt in source.doubts or doubt.code in BADLY_READ:
                told = say_doubt(args.spoken, doubt.code, doubt.message)
                complain(f"{printable(name)}: {printable(told)}")
    return plan


def read_input(name: str, args: argparse.Namespace) -> tuple[str, Source]:
    """The text of a file, or of standard input; raises ``UnreadableFile``."""
    from dataclasses import replace

    from vnplan.readers import read_bytes, read_file
    from vnplan.readers.limits import LIMITS

    limits = LIMITS if args.max_pages is None else replace(LIMITS, pages=args.max_pages)
    wish: dict[str, Any] = {"encoding": args.encoding, "ocr": args.ocr, "limits": limits}
    if name == STANDARD_INPUT:
        return read_bytes(sys.stdin.buffer.read(limits.size + 1), name=name, **wish)
    return read_file(name, **wish)


def keep_compiled() -> None:
    """Spare the commands to come the patterns that this one compiled."""
    if "vnplan.kept" in sys.modules:
        from vnplan.kept import keep

        keep()
