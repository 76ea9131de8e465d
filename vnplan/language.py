"""Messages to people, in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Mapping

from vnplan.lexicon.messages import DOUBTS_VIETNAMESE, MESSAGES, SYSTEM_VIETNAMESE

LANGUAGES = tuple(MESSAGES)


def say(lang: str, key: str, /, **details: object) -> str:
    """The message of that key in a language, its ``{places}`` filled.

    A key without a message is said as it is: records may name fields that no table knows.
    """
    message = MESSAGES[lang].get(key, key)
    if lang == "vi" and isinstance(found := details.get("found"), str):
        details["found"] = SYSTEM_VIETNAMESE.get(found, found)
    return message.format(**details) if details else message


def say_doubt(lang: str, code: str, message: str) -> str:
    """What a doubt of a record says in a language; its own message where no table has it."""
    return DOUBTS_VIETNAMESE.get(code, message) if lang == "vi" else message


def language_of(environ: Mapping[str, str]) -> str:
    """``vi`` where the locale of the environment is Vietnamese, else ``en``.

    As everywhere, the first of LC_ALL, LC_MESSAGES and LANG that is set decides.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "vi" if environ[name].lower().startswith("vi") else "en"
    return "en"
