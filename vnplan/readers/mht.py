"""Web pages saved with their pictures in one file (``.mht``), as browsers and Word write them."""

from __future__ import annotations

from email import message_from_bytes

from vnplan.errors import UnreadableFile
from vnplan.readers import html
from vnplan.readers.reading import Reading, Wish


def read(data: bytes, name: str, wish: Wish) -> Reading:
    """The text of the page in the file, the first one; raises ``UnreadableFile``."""
    try:
        for part in message_from_bytes(data).walk():
            if part.get_content_type() == "text/html":
                page = part.get_payload(decode=True)
                if isinstance(page, bytes):
                    return html.read(page, name, wish)._replace(media_type="multipart/related")
    except (ValueError, LookupError, RecursionError) as error:
        raise UnreadableFile(name, "file_broken", found=str(error)) from None
    raise UnreadableFile(name, "file_without", found="text/html")
