"""Find what the rooms declare, without knowing any room."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from django.apps import AppConfig, apps

OURS = "jichi."
# Tests declare verbs and events of their own.
NOT_PART_OF_THE_HOUSE = ".tests."


def own_apps() -> Iterator[AppConfig]:
    return (app for app in apps.get_app_configs() if app.name.startswith(OURS))


def modules(room: str) -> Iterator[ModuleType]:
    """Every module of that name in our apps, with its submodules, imported."""
    for app in own_apps():
        path = f"{app.name}.{room}"
        if not (app.module and has(app, room)):
            continue
        module = import_module(path)
        yield module
        for each in walk_packages(getattr(module, "__path__", []), f"{path}."):
            yield import_module(each.name)


def has(app: AppConfig, room: str) -> bool:
    return any(each.name == room for each in walk_packages([app.path]))


def is_ours(module: str) -> bool:
    return module.startswith(OURS) and NOT_PART_OF_THE_HOUSE not in f"{module}."
