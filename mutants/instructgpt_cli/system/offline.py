"""Local or hub, online or not: decided once, before any Hugging Face library is imported.

A recipe that names only local paths never touches the network. One that names a hub id without a connection fails from
the local cache in seconds instead of retrying for a minute.
"""

import os
import re
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

CONNECT_SECONDS = 5.0

_HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?")
_ENDING = re.compile(r"\.[A-Za-z]\w*")
_FILES = re.compile(
    r"\.(jsonl|ndjson|json|csv|tsv|parquet|arrow|txt|text|md|log|html|xml|xlsx|ya?ml|jinja2?|py|gz|zst|xz|bz2|zip|tar|tgz"
    r"|safetensors|gguf|bin|pth?|ckpt|pkl|npz)",
    re.IGNORECASE,
)


def is_hub_id(path: str) -> bool:
    """Whether `path` means a model or data set of the hub: `name` or `owner/name`.

    Whatever lies here is local, and so is what only a path looks like, there or not: one in a folder that is here
    (`runs/first`), a file by its ending (`rows.jsnol`, `data/rows.jsonl`; names of the hub such as `v1.5` have other
    dots), anything with more slashes, a leading dot or a character that no name of the hub has."""
    if not _HUB_ID.fullmatch(path) or os.path.lexists(path):
        return False
    folder, _, name = path.rpartition("/")
    ending = name[name.rfind(".") :] if "." in name else ""
    if folder:
        return not _FILES.fullmatch(ending) and not os.path.lexists(folder)
    return not _ENDING.fullmatch(ending)


def is_local(path: str) -> bool:
    """Whether `path` means a file or folder of this machine, there or not."""
    return not is_hub_id(path)


def settle_network(paths: Iterable[str | None]) -> None:
    """Turns the hub off where no path needs it or nothing answers. Call before importing transformers or datasets."""
    needed = any(path and is_hub_id(path) for path in paths)
    if not needed or not _reachable():
        os.environ["HF_HUB_OFFLINE"] = "1"
        os.environ["HF_DATASETS_OFFLINE"] = "1"
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")


def _reachable() -> bool:
    if any(os.environ.get(name) for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")):
        return True  # the proxy knows; a direct connection proves nothing
    endpoint = urlsplit(os.environ.get("HF_ENDPOINT", "https://huggingface.co"))
    port = endpoint.port or (80 if endpoint.scheme == "http" else 443)
    try:
        socket.create_connection((endpoint.hostname or "", port), timeout=CONNECT_SECONDS).close()
    except OSError:
        return False
    return True
