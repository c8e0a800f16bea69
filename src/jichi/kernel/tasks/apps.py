from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem, SubsystemConfig

from .permissions import GRANTS, May


class TasksConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.tasks"
    label = "tasks"

    def manifest(self) -> Subsystem:
        return Subsystem(
            name="tasks",
            is_of_the_house=True,
            title=_("自動処理"),
            urls="jichi.kernel.tasks.urls",
            prefix="administration/tasks/",
            grants=GRANTS,
            desk=(NavItem(label=_("自動処理"), url_name="tasks:home", needs=May.SEE_TASKS),),
        )

    def ready(self) -> None:
        """Hear every recorded event, and learn the work that the rooms of the house declare in `tasks.py`."""
        super().ready()
        from jichi.kernel.actions.action import after_recording

        from .reactions import react

        after_recording(react)
        for app in apps.get_app_configs():
            if app.name.startswith("jichi.") and find_spec(f"{app.name}.tasks"):
                import_module(f"{app.name}.tasks")
