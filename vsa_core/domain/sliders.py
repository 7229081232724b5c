"""Other values of a question's sliders, within the ranges that were declared with it."""

from dataclasses import replace

from vsa_core.domain.query import Query, Setting


def nodes(query: Query) -> tuple[Query, ...]:
    """The question and all its parts, each before its own parts."""
    return (query, *(node for part in query.parts for node in nodes(part)))


def with_value(query: Query, node: int, name: str, value: int) -> Query:
    """The question with one setting of one of its `nodes` at another value.

    Raises IndexError without such a node, KeyError without such a setting,
    ValueError outside the range declared.
    """
    if node == 0:
        query.setting(name)
        settings = tuple(
            replace(setting, value=value) if setting.name == name else setting
            for setting in query.settings
        )
        return replace(query, settings=settings)
    before = 1
    for place, part in enumerate(query.parts):
        size = len(nodes(part))
        if before <= node < before + size:
            tuned = with_value(part, node - before, name, value)
            parts = (*query.parts[:place], tuned, *query.parts[place + 1 :])
            return replace(query, parts=parts)
        before += size
    raise IndexError(node)


def covers(asked: Query, other: Query) -> bool:
    """Whether both are one question but for values within the same declared ranges."""
    return _at_lowest(asked) == _at_lowest(other)


def _at_lowest(query: Query) -> Query:
    settings = tuple(Setting(s.name, s.low, s.low, s.high) for s in query.settings)
    return replace(query, settings=settings, parts=tuple(map(_at_lowest, query.parts)))
