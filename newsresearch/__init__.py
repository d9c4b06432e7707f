"""newsresearch: actors, places and casualty claims from conflict and disaster news, with evidence for every line."""

__version__ = "0.1.0"

# Names are looked up on first use, so that `newsresearch --help` does not wait for a language model library.
_HOMES = {
    "load": "pipeline",
    "extract": "pipeline",
    "Extraction": "pipeline",
    "read_articles": "corpus",
    "as_articles": "corpus",
    "extract_corpus": "corpora",
    "near_duplicates": "duplicates",
}
__all__ = list(_HOMES)


def __getattr__(name: str):
    if name not in _HOMES:
        raise AttributeError(f"module 'newsresearch' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"newsresearch.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
