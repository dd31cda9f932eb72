"""On PYTHONPATH, forbids a Python process every use of the network.

An attempt raises, and is also written to the file named by ``NETWORK_LOG``: code that swallows the
exception is found out all the same. Processes started by the process inherit both.
"""

import os
import sys

FORBIDDEN = {
    "ftplib.connect",
    "http.client.connect",
    "smtplib.connect",
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyaddr",
    "socket.gethostbyname",
    "socket.getnameinfo",
    "socket.sendmsg",
    "socket.sendto",
    "urllib.Request",
}


def _forbid(event: str, _arguments: tuple[object, ...]) -> None:
    if event in FORBIDDEN:
        with open(os.environ["NETWORK_LOG"], "a", encoding="utf-8") as log:
            log.write(event + "\n")
        raise PermissionError(f"the network is forbidden here: {event}")


sys.addaudithook(_forbid)
