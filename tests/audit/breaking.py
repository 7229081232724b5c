"""A disk that breaks at one chosen call, before or after that call has done its work."""

from pathlib import Path

from vsa_core.audit.disk import PosixDisk


class PowerCut(BaseException):
    """The machine stops here; nothing of ours runs after it."""


class Breaking(PosixDisk):
    """Counts its calls; at call `at` it does `how`, and it fails from then on.

    how: "fail" (OSError, nothing done), "late" (done, then OSError), "short"
    (half of a write, no error), "cut" (PowerCut before), "gone" (PowerCut after).
    """

    def __init__(self, at: int = 10**9, how: str = "fail") -> None:
        self.at = at
        self.how = how
        self.calls = 0

    def write(self, file: int, data: bytes) -> int:
        if self._due() and self.how == "short":
            self.calls += 1
            return super().write(file, data[: len(data) // 2])
        self._before()
        taken = super().write(file, data)
        self._after()
        return taken

    def sync(self, file: int) -> None:
        self._before()
        super().sync(file)
        self._after()

    def truncate(self, file: int, size: int) -> None:
        self._before()
        super().truncate(file, size)
        self._after()

    def rename(self, source: Path, target: Path) -> None:
        self._before()
        super().rename(source, target)
        self._after()

    def sync_folder(self, folder: Path) -> None:
        self._before()
        super().sync_folder(folder)
        self._after()

    def _due(self) -> bool:
        return self.calls == self.at

    def _before(self) -> None:
        if self._due() and self.how == "cut":
            raise PowerCut
        if self._due() and self.how == "fail":
            raise OSError(28, "No space left on device")

    def _after(self) -> None:
        if self._due() and self.how == "gone":
            raise PowerCut
        if self._due() and self.how == "late":
            raise OSError(5, "Input/output error")
        self.calls += 1
