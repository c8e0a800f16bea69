"""The machine that keeps the outbox, as the record names it."""

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role

POST = machine("post", Role.ADMINISTRATOR)
