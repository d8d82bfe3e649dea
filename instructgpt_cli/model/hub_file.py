"""One file of a model on the Hub, from the cache or downloaded."""

from pathlib import Path


class HubFileError(Exception):
    """The Hub does not have the file, or does not answer and the cache has no copy; the text is the reason."""


def hub_file(model: str, name: str, revision: str | None = None) -> Path:
    """Return the local path of the file `name` of a Hub model. The cache names its folder by the commit.

    Raises `HubFileError`.
    """
    from huggingface_hub import hf_hub_download  # noqa: PLC0415 - not needed for a local folder

    try:
        return Path(hf_hub_download(model, name, revision=revision))
    except Exception as error:  # refusals, network errors, malformed names: huggingface_hub has no common base class
        raise HubFileError(" ".join(str(error).split())[:200]) from error
