"""Import contracts of our own, for `.importlinter`."""

from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class InterfaceOnlyContract(Contract):
    """Siblings import nothing of each other but `interface`. New siblings need no new line here."""

    type_name = "interface_only"

    parent = fields.StringField()
    door = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        parent, door = str(self.parent), str(self.door)
        found = [
            (importer, imported)
            for importer in sorted(graph.find_descendants(parent))
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if imported.startswith(f"{parent}.") and not is_allowed(importer, imported, parent, door)
        ]
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: Any) -> None:
        for importer, imported in check.metadata["found"]:
            output.print_error(f"{importer} imports {imported}, which is not an interface.")


def is_allowed(importer: str, imported: str, parent: str, door: str) -> bool:
    mine = importer.removeprefix(f"{parent}.").split(".")
    theirs = imported.removeprefix(f"{parent}.").split(".")
    return mine[0] == theirs[0] or theirs[1:2] == [door]
