from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem, SubsystemConfig

from .permissions import GRANTS, May


class DocumentsConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.documents"
    label = "documents"

    def manifest(self) -> Subsystem:
        from .loading import load_documents

        return Subsystem(
            name="documents",
            title=_("文書"),
            urls="jichi.kernel.documents.urls",
            grants=GRANTS,
            desk=(
                NavItem(label=_("文書台帳"), url_name="documents:register", needs=May.SEE_REGISTER),
                NavItem(
                    label=_("文書のテンプレート"), url_name="documents:templates", needs=May.SEE_REGISTER
                ),
            ),
            load=load_documents,
            router="jichi.kernel.documents.api.router",
        )
