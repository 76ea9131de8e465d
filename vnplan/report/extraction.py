"""What a run over many files did, in a few lines."""

from __future__ import annotations

from vnplan.language import say
from vnplan.records import Extraction
from vnplan.report.survey import as_size
from vnplan.report.text import printable

MOST_NAMED = 10  # files without a record; the table names them all


def as_page(result: Extraction, *, lang: str = "en", named: int = MOST_NAMED) -> str:
    """The counts, and the first files without a record with the reason, ``named`` of them."""
    counts = {
        "extract_plans": result.plans,
        "extract_unchanged": result.unchanged,
        "extract_without": len(result.failures),
        "extract_failed_before": result.failed_before,
    }
    told = [say(lang, key, count=count) for key, count in counts.items() if count]
    aside = {"survey_hidden": result.hidden, "survey_links": result.links}
    told += [say(lang, key, count=count) for key, count in aside.items() if count]
    size = as_size(result.size)
    read = result.files - result.unchanged
    counted = {"count": result.files, "size": size, "seconds": f"{result.seconds:.1f}"}
    if read:
        rate = f"{read / max(result.seconds, 1e-3):.1f}"
        head = say(lang, "extract_files", rate=rate, **counted)
    else:
        head = say(lang, "extract_none_read", **counted)
    lines = [
        head,
        "; ".join(told),
    ]
    for path, problem, details in result.failures[:named]:
        lines.append(f"  {printable(path)}: {printable(say(lang, problem, **details))}")
    more = len(result.failures) - named
    if named and more > 0:
        lines.append("  " + say(lang, "extract_more", count=more))
    if result.gone:
        lines.append(
            say(lang, "extract_pruned" if result.pruned else "extract_gone", count=result.gone)
        )
    if result.out_of_reach:
        lines.append(say(lang, "extract_out_of_reach", count=result.out_of_reach))
    if result.plans and result.known and not result.met:
        lines.append(say(lang, "extract_none_met", count=result.known))
    lines.append(say(lang, "extract_archive", out=printable(result.out)))
    return "\n".join(line for line in lines if line) + "\n"
