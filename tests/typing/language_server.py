"""A language server, asked over its own protocol what it would offer to somebody who types."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any, Self, cast

BIN = Path(sys.executable).parent
COMMANDS = {
    "pyright": (BIN / "pyright-langserver", "--stdio"),
    "jedi": (BIN / "jedi-language-server",),
}


class LanguageServer:
    """One server process and the files that it is shown."""

    def __init__(self, command: Sequence[str | Path], root: Path) -> None:
        """Start it on a folder, with this Python's packages."""
        self._root = root
        self._files = self._asked = 0
        self._process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        folder = {"uri": root.as_uri(), "name": root.name}
        self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": [folder],
                "capabilities": {"workspace": {"configuration": True, "workspaceFolders": True}},
                "initializationOptions": {"workspace": {"environmentPath": sys.executable}},
            },
        )
        self._tell("initialized", {})

    def offered(self, text: str) -> tuple[list[str], float]:
        """What it offers at the end of a text, in the order of an editor, and the milliseconds."""
        self._files += 1
        uri = (self._root / f"typed_{self._files}.py").as_uri()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        lines = text.split("\n")
        started = perf_counter()
        answer = self._ask(
            "textDocument/completion",
            {
                "textDocument": {"uri": uri},
                "position": {"line": len(lines) - 1, "character": len(lines[-1])},
            },
        )
        whole = cast("dict[str, Any]", answer) if isinstance(answer, dict) else {"items": answer}
        items: list[dict[str, Any]] = list(whole.get("items") or ())
        items.sort(key=lambda item: str(item.get("sortText") or item["label"]))
        return [item["label"] for item in items], (perf_counter() - started) * 1000

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, params: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._setting(message)})
            elif message.get("id") == self._asked:
                return message.get("result")

    def _setting(self, message: dict[str, Any]) -> Any:
        """What it asks of the editor: only which Python it is."""
        if message["method"] != "workspace/configuration":
            return None
        wished = [item.get("section") for item in message["params"]["items"]]
        return [{"pythonPath": sys.executable} if one == "python" else None for one in wished]

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        size = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        if not size:
            raise EOFError("the language server ended")
        found: dict[str, Any] = json.loads(self._process.stdout.read(size))
        return found
