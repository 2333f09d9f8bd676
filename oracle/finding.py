"""What a rule says when a workflow does not do what its manifest asks for."""

from typing import NamedTuple


class Finding(NamedTuple):
    rule: str
    where: str
    text: str

    def __str__(self):
        return f"{self.where}: {self.text} [{self.rule}]"
