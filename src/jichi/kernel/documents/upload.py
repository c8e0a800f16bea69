"""A file that somebody wants compared: its hash is reckoned as it arrives, and nothing of it is kept anywhere."""

from hashlib import sha256
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

LARGEST = 50 * 1024 * 1024


class HashedFile(UploadedFile):
    """What is left of an uploaded file: its hash. Not even its name."""

    def __init__(self, *, digest: str, size: int) -> None:
        super().__init__(file=None, name="document.pdf", size=size)
        self.sha256 = digest


class HashOnly(FileUploadHandler):
    """Takes a file piece by piece, and lets each piece go: no memory, no temporary file."""

    def new_file(self, *args: Any, **named: Any) -> None:
        super().new_file(*args, **named)
        self.hash, self.taken = sha256(), 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.taken += len(raw_data)
        if self.taken > LARGEST:
            raise StopUpload(connection_reset=True)
        self.hash.update(raw_data)

    def file_complete(self, file_size: int) -> HashedFile:
        return HashedFile(digest=self.hash.hexdigest(), size=file_size)
