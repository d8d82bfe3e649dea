"""Local path or Hub id, online or offline: decided once, before any Hugging Face library is imported.

A recipe with only local paths never uses the network. One with a Hub id but no connection uses the local cache and
fails in seconds if that lacks it, instead of retrying for a minute.
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
    """Whether `path` is a model or dataset of the Hub: `name` or `owner/name`.

    A path that exists is local, and so is one that looks like a path, whether it exists or not: in an existing folder
    (`runs/first`), with a file ending (`rows.jsnol`, `data/rows.jsonl`, but not `v1.5`), with more slashes, a leading
    dot, or a character that no Hub name has.
    """
    if not _HUB_ID.fullmatch(path) or os.path.lexists(path):
        return False
    folder, _, name = path.rpartition("/")
    ending = name[name.rfind(".") :] if "." in name else ""
    if folder:
        return not _FILES.fullmatch(ending) and not os.path.lexists(folder)
    return not _ENDING.fullmatch(ending)


def is_local(path: str) -> bool:
    """Whether `path` is a file or folder of this machine, existing or not."""
    return not is_hub_id(path)


def settle_network(paths: Iterable[str | None]) -> None:
    """Go offline if no path is a Hub id or the Hub does not answer. Call before importing transformers or datasets."""
    needed = any(path and is_hub_id(path) for path in paths)
    if not needed or not _reachable():
        os.environ["HF_HUB_OFFLINE"] = "1"
        os.environ["HF_DATASETS_OFFLINE"] = "1"
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")


def _reachable() -> bool:
    if any(os.environ.get(name) for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")):
        return True  # only the proxy knows: a direct connection proves nothing
    endpoint = urlsplit(os.environ.get("HF_ENDPOINT", "https://huggingface.co"))
    port = endpoint.port or (80 if endpoint.scheme == "http" else 443)
    try:
        socket.create_connection((endpoint.hostname or "", port), timeout=CONNECT_SECONDS).close()
    except OSError:
        return False
    return True
