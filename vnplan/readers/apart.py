"""Work on a file done in a process apart, so that a crash or a hang there is an error here.

PDFium and the decoders of images are written in C: a hostile file may crash them, keep them busy
for ever or ask for all memory. The process apart has a limit of each; what goes beyond it is an
``UnreadableFile`` of its own. A process is kept for the next file, since starting one takes longer
than reading a page.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, Self

from vnplan.errors import UnreadableFile
from vnplan.readers.limits import MEGA, Limits

MOST_FILES = 50  # that one process reads, so that what leaks does not add up
ROOM_TO_START = 256 * MEGA  # Python and its libraries, before they meet a file


class Trouble(Exception):
    """What a task met: the key of a message, and what fills it."""

    def __init__(self, problem: str, **details: str | int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.details = details


class Apart:
    """A process apart for one file: ``ask`` it, within the limits.

    ``name`` is the file's for messages; ``seconds`` is the time for each question.
    """

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.child: Child | None = None

    def __enter__(self) -> Self:
        self.child = take_child(self.limits.memory)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.child is not None:
            keep_child(self.child)

    def ask(self, task: str, **arguments: Any) -> Any:
        """The answer of a task (``module:function``); raises ``UnreadableFile``."""
        assert self.child is not None, "asked inside of with"
        if not self.child.alive:
            self.child = take_child(self.limits.memory)
        answer, late = self.child.ask(task, arguments, self.limits.seconds)
        if late:
            raise UnreadableFile(self.name, "file_too_slow", most=int(self.limits.seconds))
        if answer is None:
            raise UnreadableFile(self.name, "file_crashes")
        if "problem" in answer:
            raise UnreadableFile(self.name, answer["problem"], **answer["details"])
        return answer["value"]


# ---------------------------------------------------------------- this side


class Child:
    """A process that answers questions, one at a time, until it dies."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.owner = os.getpid()
        self.files = 0
        environ = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
        environ["PYTHONPATH"] = os.pathsep.join(path or os.getcwd() for path in sys.path)
        self.process = subprocess.Popen(
            # -P: the folder where the user stands is no place to import from
            [sys.executable, "-P", "-m", "vnplan.readers.apart", str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environ,
        )

    def ask(
        self, task: str, arguments: dict[str, Any], seconds: float
    ) -> tuple[dict[str, Any] | None, bool]:
        """What the process answers, None if it died; and whether it was killed for being late."""
        assert self.process.stdin is not None and self.process.stdout is not None
        late = threading.Event()

        def kill() -> None:
            late.set()
            self.process.kill()

        timer = threading.Timer(seconds, kill)
        timer.daemon = True
        timer.start()
        try:
            write_message(self.process.stdin, {"task": task, "arguments": arguments})
            answer = read_message(self.process.stdout)
        except (OSError, ValueError):
            answer = None
        except BaseException:  # its answer would be taken for that to the next question
            self.end()
            raise
        finally:
            timer.cancel()
        if answer is None:
            self.end()
        return answer, answer is None and late.is_set()

    @property
    def alive(self) -> bool:
        """Whether it can be asked again, by this process."""
        return self.owner == os.getpid() and self.process.poll() is None

    def end(self) -> None:
        """Stops the process, if it is this one's own."""
        if self.owner != os.getpid():
            return
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


_spare: list[Child] = []
_lock = threading.Lock()


def take_child(memory: int) -> Child:
    """A process kept from an earlier file, or a new one."""
    with _lock:
        while _spare:
            child = _spare.pop()
            if child.alive and child.memory == memory and child.files < MOST_FILES:
                child.files += 1
                return child
            child.end()
    return Child(memory)


def keep_child(child: Child) -> None:
    """Keeps a process for the next file, if it is alive and there is none yet."""
    with _lock:
        if child.alive and not _spare:
            _spare.append(child)
            return
    child.end()


@atexit.register
def end_spare() -> None:
    """Stops the process that was kept."""
    with _lock:
        while _spare:
            _spare.pop().end()


# ---------------------------------------------------------------- the messages

LENGTH = 8  # bytes that tell a message's length
LONGEST = 1 << 30


def write_message(pipe: IO[bytes], message: dict[str, Any]) -> None:
    """Writes a message with its length before it."""
    data = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
    pipe.write(len(data).to_bytes(LENGTH, "big") + data)
    pipe.flush()


def read_message(pipe: IO[bytes]) -> dict[str, Any] | None:
    """The next message, None at the end of the pipe; raises ``ValueError`` for half of one."""
    head = pipe.read(LENGTH)
    length = int.from_bytes(head, "big")
    if len(head) < LENGTH or length > LONGEST:
        return None
    data = pipe.read(length)
    if len(data) < length:
        return None
    message: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    return message


# ---------------------------------------------------------------- the other side


def limit_memory(most: int) -> None:
    """Gives this process no more than so many bytes, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        # LibreOffice and others that it starts may have more, and are bounded by themselves
        resource.setrlimit(resource.RLIMIT_AS, (most + ROOM_TO_START, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def find_task(task: str) -> Callable[..., Any]:
    """The function that a task names; its arguments and answer are plain values of JSON."""
    module, _, function = task.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def answer_one(message: dict[str, Any], memory: int) -> dict[str, Any]:
    """The answer to a message: a value, or a problem with its details."""
    try:
        return {"value": find_task(message["task"])(**message["arguments"])}
    except Trouble as trouble:
        return {"problem": trouble.problem, "details": trouble.details}
    except MemoryError:
        return {"problem": "file_too_hungry", "details": {"most": memory // MEGA}}
    except ImportError as error:
        return {"problem": "reader_missing", "details": {"found": error.name or str(error)}}
    except Exception as error:
        found = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return {"problem": "file_broken", "details": {"found": found}}


def answer_questions(memory: int) -> None:
    """Answers messages on standard input until it ends."""
    # what a library prints must not get among the answers
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    limit_memory(memory)
    while True:
        message = read_message(questions)
        if message is None:
            return
        write_message(answers, answer_one(message, memory))


if __name__ == "__main__":
    # tasks raise the Trouble of the module by its own name, not of __main__
    from vnplan.readers import apart

    apart.answer_questions(int(sys.argv[1]))
