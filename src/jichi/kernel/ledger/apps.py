from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Feed, Subsystem, SubsystemConfig

from .permissions import GRANTS


class LedgerConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.ledger"
    label = "ledger"

    def manifest(self) -> Subsystem:
        from .feeds import newest_entries
        from .starting import start

        return Subsystem(
            name="record",
            title=_("公開の記録"),
            grants=GRANTS,
            router="jichi.kernel.ledger.api.router",
            feeds=(Feed(name="record", title=_("公開の記録"), entries=newest_entries),),
            load=start,
        )
