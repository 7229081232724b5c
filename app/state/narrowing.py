"""The filters of a question while it is put together: one of each sort, in the order they came."""

from vsa_core.domain.filters import Colours, Filter, Heading, Hours, Range

Filters = tuple[Filter, ...]


def sort_of(narrowed: Filter) -> str:
    """What a question has one of at most: "upper", "size", "heading", "hours"…"""
    match narrowed:
        case Colours(where):
            return where
        case Range(what):
            return what
        case Heading():
            return "heading"
        case Hours():
            return "hours"


def found(filters: Filters, sort: str) -> Filter | None:
    """The filter of that sort, None when there is none."""
    return next((one for one in filters if sort_of(one) == sort), None)


def put(filters: Filters, narrowed: Filter) -> Filters:
    """The filters with this one in the place of its sort, or at the end."""
    sort = sort_of(narrowed)
    if found(filters, sort) is None:
        return (*filters, narrowed)
    return tuple(narrowed if sort_of(one) == sort else one for one in filters)


def without(filters: Filters, sort: str) -> Filters:
    """The filters but for the one of that sort."""
    return tuple(one for one in filters if sort_of(one) != sort)


def single(filters: Filters) -> bool:
    """Whether no sort comes twice, as a panel with one field of each can show them."""
    return len({sort_of(one) for one in filters}) == len(filters)
