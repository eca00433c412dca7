"""Value types: dataclasses and named tuples, with methods made when they are first needed.

The standard library compiles six methods of each class while that is imported, and loads the
inspection of source code for it: half the time of a short command, which makes few of the values
whose types it loads. Here ``__init__`` alone is compiled, with the first value; all other methods
are functions that the types share. A named tuple costs more yet, as each type of its fields is
compiled; here its fields are read by descriptors that all named tuples share. Type checkers see the
standard library's own. What no type of Postil uses is refused: fields that are inherited, or given
by name alone.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, cast

__all__ = ["FrozenInstanceError", "NamedTuple", "dataclass", "field", "fields", "replace"]

_FIELDS = "__value_fields__"
"""The attribute of a value type that names its fields, in their order."""

_ABSENT = object()


class _FrozenInstanceError(AttributeError):
    """Raised where a field of a frozen value is set or deleted."""


class _Field:
    """What is said of one field besides its type."""

    __slots__ = ("default", "factory", "name", "repr")

    def __init__(self, default: object, factory: object, repr: bool) -> None:  # noqa: A002 - as in dataclasses
        self.name = ""
        self.default = default
        self.factory = factory
        self.repr = repr


def _field(
    *,
    default: object = _ABSENT,
    default_factory: object = _ABSENT,
    repr: bool = True,  # noqa: A002 - as in dataclasses
) -> _Field:
    return _Field(default, default_factory, repr)


def _dataclass(
    cls: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    order: bool = False,
) -> type | Callable[[type], type]:
    def made(cls: type) -> type:
        return _made(cls, frozen=frozen, slots=slots, eq=eq, order=order)

    return made if cls is None else made(cls)


def _made(cls: type, *, frozen: bool, slots: bool, eq: bool, order: bool) -> type:
    """Return a class with the methods of a value type; with slots it is a new class."""
    if hasattr(cls, _FIELDS):
        raise TypeError(f"{cls.__name__} inherits fields; let it own a value of that type")
    told = dict(vars(cls))
    known: dict[str, _Field] = {}
    for name, kind in cls.__annotations__.items():
        if not kind.startswith("ClassVar"):
            default = told.get(name, _ABSENT)
            known[name] = default if isinstance(default, _Field) else _field(default=default)
            known[name].name = name
    if slots:
        for name in (*known, "__dict__", "__weakref__"):
            told.pop(name, None)
        told |= {"__slots__": tuple(known), "__qualname__": cls.__qualname__}
        cls = type(cls)(cls.__name__, cls.__bases__, told)
    methods = _methods(cls, known, frozen=frozen, eq=eq, order=order)
    for name, method in methods.items():
        if name not in told or (name == "__hash__" and told[name] is None):
            setattr(cls, name, method)
    setattr(cls, _FIELDS, known)
    return cls


def _methods(
    cls: type, known: dict[str, _Field], *, frozen: bool, eq: bool, order: bool
) -> dict[str, object]:
    """Return the methods of a value type by their names; only ``__init__`` is still to be made."""
    values = _reader(tuple(known))

    def create(self: object, *given: object, **named: object) -> None:
        init = _init(cls, known.values(), frozen=frozen)
        type.__setattr__(cls, "__init__", init)
        init(self, *given, **named)

    def show(self: object) -> str:
        shown = (f"{one.name}={getattr(self, one.name)!r}" for one in known.values() if one.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def less(self: object, other: object) -> bool:
        return values(self) < values(other) if type(other) is type(self) else NotImplemented

    def less_or_equal(self: object, other: object) -> bool:
        return values(self) <= values(other) if type(other) is type(self) else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    def reduced(self: object) -> tuple[type, tuple[object, ...]]:
        return type(self), values(self)

    methods: dict[str, object] = {"__init__": create, "__repr__": show}
    methods |= {"__match_args__": tuple(known), "__reduce__": reduced}
    if eq:
        methods |= {"__eq__": equal, "__hash__": hashed if frozen else None}
    if order:
        methods |= {"__lt__": less, "__le__": less_or_equal}
    if frozen:
        methods |= {"__setattr__": _refuse_set, "__delattr__": _refuse_delete}
    return methods


def _reader(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """Return the function that reads the values of these fields."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _init(cls: type, known: Iterable[_Field], *, frozen: bool) -> Callable[..., None]:
    """Compile the ``__init__`` of a value type: a parameter and a line for each field."""
    names: dict[str, object] = {"_absent": _ABSENT}
    parameters, lines = ["self"], []
    for one in known:
        name, value = one.name, one.name
        if one.factory is not _ABSENT:
            names[f"_make_{name}"] = one.factory
            parameters.append(f"{name}=_absent")
            value = f"_make_{name}() if {name} is _absent else {name}"
        elif one.default is not _ABSENT:
            names[f"_usual_{name}"] = one.default
            parameters.append(f"{name}=_usual_{name}")
        else:
            parameters.append(name)
        if not frozen:
            lines.append(f"self.{name} = {value}")
        elif name in vars(cls).get("__slots__", ()):
            # The slot itself is not frozen; to set it is quicker than to go by its name.
            names[f"_set_{name}"] = vars(cls)[name].__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"self.__dict__[{name!r}] = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n    ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(parameters)}):\n    {body}", names)
    init: Callable[..., None] = names["__init__"]  # type: ignore[assignment]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _refuse_set(self: object, name: str, value: object) -> None:  # noqa: ARG001 - every value refuses
    raise _FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: object, name: str) -> None:  # noqa: ARG001 - every value refuses
    raise _FrozenInstanceError(f"cannot delete field {name!r}")


def _fields(value: object) -> tuple[_Field, ...]:
    """Return the fields of a value, or of its type, in their order."""
    known: dict[str, _Field] = getattr(value, _FIELDS)
    return tuple(known.values())


def _replace(value: object, /, **changes: object) -> object:
    """Return a value of the same type with some fields changed."""
    names: dict[str, _Field] = getattr(value, _FIELDS)
    if not changes.keys() <= names.keys():
        raise TypeError(f"{type(value).__name__} has no field {min(changes.keys() - names.keys())}")
    # By position: names take three times as long.
    return type(value)(
        *[changes[name] if name in changes else getattr(value, name) for name in names]
    )


def _readers() -> tuple[object, ...]:
    """Return what reads the items of a named tuple, taken from a class that is held meanwhile.

    One that nobody holds would lose its fields when garbage is looked for.
    """
    places = namedtuple("places", "a b c d e f g h i j k l")
    return tuple(vars(places)[place] for place in places._fields)


_READERS = _readers()
"""What reads the items of any tuple, by their places; no named tuple has more fields than ten."""


class _Row(tuple[object, ...]):
    """What all named tuples share."""

    __slots__ = ()
    _fields: ClassVar[tuple[str, ...]]

    def __new__(cls, *given: object, **named: object) -> _Row:
        """Compile ``__new__`` of the type that names the fields, and make the value by it."""
        owner = next(one for one in cls.__mro__ if "_fields" in vars(one))
        made = _compiled_new(owner)
        type.__setattr__(owner, "__new__", staticmethod(made))
        return made(cls, *given, **named)

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getnewargs__(self) -> tuple[object, ...]:
        return tuple(self)

    @classmethod
    def _make(cls, items: Iterable[object]) -> _Row:
        """Return a named tuple of some items; raises TypeError unless there is one a field."""
        made = tuple.__new__(cls, items)
        if len(made) != len(cls._fields):
            raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
        return made

    def _asdict(self) -> dict[str, object]:
        """Return the items by the names of their fields."""
        return dict(zip(self._fields, self, strict=True))

    def _replace(self, /, **changes: object) -> _Row:
        """Return a named tuple of the same type with some fields changed."""
        items = [changes.pop(name, value) for name, value in zip(self._fields, self, strict=True)]
        if changes:
            raise TypeError(f"{type(self).__name__} has no field {min(changes)}")
        return tuple.__new__(type(self), items)


class _NamedTuples(type):
    """Makes a class of tuples of each class that is declared as a named tuple."""

    def __new__(cls, name: str, bases: tuple[type, ...], told: dict[str, object]) -> type:
        if not bases:
            return type.__new__(cls, name, bases, told)
        names = tuple(cast("dict[str, str]", told["__annotations__"]))
        if len(bases) > 1 or len(names) > len(_READERS):
            raise TypeError(f"{name} has another base, or more than {len(_READERS)} fields")
        usual = {field: told.pop(field) for field in names if field in told}
        told |= dict(zip(names, _READERS, strict=False))
        told |= {"__slots__": (), "__match_args__": names}
        told |= {"_fields": names, "_field_defaults": usual}
        return type(name, (_Row,), told)


class _NamedTuple(metaclass=_NamedTuples):
    """What a named tuple names as its base."""


def _compiled_new(cls: type) -> Callable[..., _Row]:
    """Compile the ``__new__`` of a named tuple: a parameter for each field."""
    names: tuple[str, ...] = vars(cls)["_fields"]
    usual: dict[str, object] = vars(cls)["_field_defaults"]
    known: dict[str, object] = {"_new": tuple.__new__}
    known |= {f"_usual_{name}": value for name, value in usual.items()}
    parameters = [f"{name}=_usual_{name}" if name in usual else name for name in names]
    items = "".join(f"{name}, " for name in names)
    exec(f"def __new__(_cls, {', '.join(parameters)}):\n    return _new(_cls, ({items}))", known)
    made = cast("Callable[..., _Row]", known["__new__"])
    made.__qualname__ = f"{cls.__qualname__}.__new__"
    return made


if TYPE_CHECKING:
    from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
    from typing import NamedTuple
else:
    NamedTuple = _NamedTuple
    FrozenInstanceError = _FrozenInstanceError
    dataclass, field, fields, replace = _dataclass, _field, _fields, _replace
