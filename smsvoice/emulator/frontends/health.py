"""Whether a server of the emulator is well: for container engines, CI and process supervisors."""

import http.client
import json
from typing import Any

_SECONDS = 3.0
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  names what a server listens on


def problem_of(host: str, port: int) -> str | None:
    """What is wrong with the server at an address; None if it is well.

    Args:
        host: where it listens; if on all interfaces, this machine is asked.
        port: its port.
    """
    connection = http.client.HTTPConnection(_EVERYWHERE.get(host, host), port, timeout=_SECONDS)
    try:
        # By the name of this machine, which every server answers to.
        connection.request("GET", "/_smsvoice/health", headers={"host": f"localhost:{port}"})
        answer = connection.getresponse()
        content: Any = json.loads(answer.read())
        return _problem_in(answer.status, content)
    except (OSError, http.client.HTTPException) as failure:
        return f"no answer at {host} port {port}: {str(failure) or type(failure).__name__}"
    except (ValueError, KeyError, TypeError):
        return f"what answers at {host} port {port} is no emulator"
    finally:
        connection.close()


def _problem_in(status: int, content: Any) -> str | None:
    if status != http.client.OK:
        return str(content["error"])
    if content["status"] == "ok":
        return None
    problem = content["problem"]
    return f"{content['status']}: {problem if isinstance(problem, str) else json.dumps(problem)}"
