from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "jichi.kernel.ledger"
    label = "ledger"
