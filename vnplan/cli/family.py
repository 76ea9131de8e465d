"""``vnplan family`` and ``vnplan audit``: who carries out whom in an archive, and how."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vnplan.cli.search import add_archive_option, progress
from vnplan.cli.terminal import columns, complain, write, write_sheet
from vnplan.cli.values import Command, add_fail_on, failing_of
from vnplan.language import say

if TYPE_CHECKING:
    from vnplan.records import Audit

FOUND, MISSING, TROUBLE = 0, 1, 2


# ---------------------------------------------------------------- families


def add_family(command: Command, lang: str) -> None:
    """Adds ``family``."""
    family = command("family", family_door)
    family.add_argument("number", metavar="NUMBER", help=say(lang, "help_number"))
    add_archive_option(family, lang)
    choosing(family, lang)
    about = say(lang, "help_format", default="text")
    family.add_argument("--format", choices=("text", "json"), default="text", help=about)


def choosing(parser: argparse.ArgumentParser, lang: str) -> None:
    """Adds what tells plans of one number apart."""
    parser.add_argument("--issuer", metavar="WORDS", help=say(lang, "help_issuer"))
    parser.add_argument("--year", metavar="YEAR", type=int, help=say(lang, "help_year"))


def family_door(args: argparse.Namespace, lang: str) -> int:
    """Print the tree of a plan; 2 where no plan has the number, or several do."""
    if not is_one(args.archive, args.number, args, lang):
        return TROUBLE
    from vnplan.archive.family import family
    from vnplan.report.family import as_page

    found = family(args.archive, args.number, issuer=args.issuer, year=args.year)
    if args.format == "json":
        write(found.to_json(indent=2) + "\n")
    else:
        write(as_page(found, lang=lang, width=columns()))
    return FOUND


def is_one(archive: str, number: str, args: argparse.Namespace, lang: str) -> bool:
    """Whether one plan has a number; else it is told how many have it."""
    from vnplan.archive.family import find_plans
    from vnplan.report.family import as_choice

    plans = find_plans(archive, number, issuer=args.issuer, year=args.year)
    if len(plans) == 1:
        return True
    key = "number_several" if plans else "number_unknown"
    complain(say(lang, key, found=number, count=len(plans)))
    if plans:
        sys.stderr.write(as_choice(plans, lang=lang, width=columns()))
    return False


# ---------------------------------------------------------------- audits


def add_audit(command: Command, lang: str) -> None:
    """Adds ``audit``."""
    audit = command("audit", audit_door)
    audit.add_argument("out", metavar="OUT", help=say(lang, "help_index_archive"))
    about = say(lang, "help_audit_parent")
    audit.add_argument("--parent", metavar="NUMBER", required=True, help=about)
    choosing(audit, lang)
    about = say(lang, "help_expect")
    audit.add_argument("--expect", metavar="bodies.txt", type=Path, help=about)
    audit.add_argument("--all", action="store_true", help=say(lang, "help_everything"))
    about = say(lang, "help_format", default="text")
    audit.add_argument("--format", choices=("text", "json", "csv"), default="text", help=about)
    add_fail_on(audit, lang)


def audit_door(args: argparse.Namespace, lang: str) -> int:
    """Print who carries out a plan and how, and who does not; 1 where something is missing."""
    from vnplan.archive.audit import audit

    expected = None
    if args.expect is not None:
        from vnplan.readers import read_file

        expected = read_file(args.expect)[0].splitlines()
    if not is_one(args.out, args.parent, args, lang):
        return TROUBLE
    with progress(say(lang, "audit_comparing")) as tell:
        found = audit(
            args.out,
            args.parent,
            issuer=args.issuer,
            year=args.year,
            expected=expected,
            everything=args.all,
            tell=tell,
        )
    show(found, args, lang)
    return judged(found, args, lang)


def show(found: Audit, args: argparse.Namespace, lang: str) -> None:
    """Prints an audit; of a sheet, which has but the matrix, the rest on standard error."""
    from vnplan.report.audit import as_page
    from vnplan.report.matrix import as_sheet

    if args.format == "json":
        write(found.to_json(indent=2) + "\n")
    elif args.format == "csv":
        if found.matrix is not None:
            write_sheet(as_sheet(found.matrix, lang=lang))
        rest = found.model_copy(update={"matrix": None})
        sys.stderr.write(as_page(rest, lang=lang, width=columns()))
    else:
        write(as_page(found, lang=lang, width=columns()))


def judged(found: Audit, args: argparse.Namespace, lang: str) -> int:
    """The exit code of an audit: 0 where everybody expected answers all that is asked."""
    rows = found.matrix.rows if found.matrix is not None else ()
    if found.matrix is not None and all(row.kind == "legal_basis" for row in rows):
        complain(say(lang, "no_duties", name=args.parent))
        return TROUBLE
    failing = failing_of(args)
    missing = any(status in failing for row in rows for status in row.statuses)
    unsettled = any(one.unreadable or one.plan.draft for one in found.children)
    without = found.absent or found.unclear or not found.children
    return MISSING if missing or unsettled or without else FOUND
