"""Where a source's bytes lie: local files, members of archives, and objects in remote stores."""

import contextlib
import fnmatch
import glob
import gzip
import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import quote

from etl.sources.errors import NoFileError, UnreadableFileError
from etl.workspace import Source, Workspace
from etl.workspace.source import format_of

# What pyarrow says of an address that it cannot follow.
_NO_STORE = (ValueError, NotImplementedError)
_DAMAGES = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError)


@dataclass(frozen=True)
class Place:
    """One file as lineage names it, where its bytes lie, and which member of an archive it is."""

    file: str
    location: str
    member: str | None = None

    @property
    def is_remote(self) -> bool:
        """Tell whether the bytes lie in a remote store."""
        return "://" in self.location

    def raw(self) -> BinaryIO:
        """Return the bytes as they are stored, archives included."""
        try:
            return self._remote() if self.is_remote else Path(self.location).open("rb")
        except (OSError, *_NO_STORE) as error:
            reason = getattr(error, "strerror", None) or error
            raise UnreadableFileError(self.file, f"it cannot be opened ({reason}).") from None

    @contextlib.contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Yield the bytes of the export itself, taken out of its archive."""
        try:
            with self.raw() as raw, self._unpacked(raw) as stream:
                yield stream
        except _DAMAGES as error:
            raise UnreadableFileError(self.file, f"the archive is damaged ({error}).") from None

    def digest(self) -> tuple[str, int]:
        """Return the SHA-256 of the stored bytes, and their number."""
        with self.raw() as raw:
            digest = hashlib.sha256()
            while chunk := raw.read(1 << 20):
                digest.update(chunk)
            return digest.hexdigest(), raw.tell()

    def _remote(self) -> BinaryIO:
        from pyarrow import fs  # only remote stores need it

        store, path = fs.FileSystem.from_uri(_uri(self.location))
        return cast("BinaryIO", store.open_input_file(path))

    @contextlib.contextmanager
    def _unpacked(self, raw: BinaryIO) -> Iterator[BinaryIO]:
        if self.member is not None:
            with zipfile.ZipFile(raw) as archive, self._inside(archive, self.member) as stream:
                yield stream
        elif self.location.lower().endswith(".gz"):
            with gzip.open(raw) as stream:
                yield cast("BinaryIO", stream)
        else:
            yield raw

    def _inside(self, archive: zipfile.ZipFile, member: str) -> BinaryIO:
        try:
            return cast("BinaryIO", archive.open(member))
        except (RuntimeError, NotImplementedError) as error:
            # What Python says of a password, and of a compression that it does not know.
            raise UnreadableFileError(self.file, f"the archive cannot be opened ({error}).") from None


def places(source: Source, workspace: Workspace) -> list[Place]:
    """Return the files that the source's path matches, sorted by name; NoFileError where there are none."""
    pattern = source.path or ""
    found = _remote(pattern) if "://" in pattern else _local(pattern, workspace.folder)
    if not found:
        raise NoFileError(source.name, pattern)
    return [part for place in sorted(found, key=lambda place: place.file) for part in _members(place, source)]


def _local(pattern: str, folder: Path) -> list[Place]:
    paths = glob.glob(pattern, root_dir=folder, recursive=True)  # noqa: PTH207 - pathlib takes no absolute patterns
    exact = [pattern] if not paths and (folder / pattern).exists() else paths
    return [Place(_shown(folder / path, folder), str(folder / path)) for path in exact if not _is_leftover(path)]


def _shown(path: Path, folder: Path) -> str:
    plain = Path(os.path.normpath(path))
    return plain.relative_to(folder).as_posix() if plain.is_relative_to(folder) else plain.as_posix()


def _is_leftover(path: str) -> bool:
    # Spreadsheet programs leave lock files beside an open workbook; systems leave hidden ones.
    return Path(path).name.startswith(("~$", "."))


def _uri(location: str) -> str:
    # The name of an object is text; an address has no spaces.
    return quote(location, safe="/:@%+,;=&!$'()~")


def _remote(pattern: str) -> list[Place]:
    if not glob.has_magic(pattern):
        return [Place(pattern, pattern)]
    try:
        return [Place(uri, uri) for uri in _matching(pattern)]
    except (OSError, *_NO_STORE) as error:
        raise UnreadableFileError(pattern, f"it cannot be listed ({error}).") from None


def _matching(pattern: str) -> list[str]:
    from pyarrow import fs  # only remote stores need it

    scheme = pattern.partition("://")[0]
    base = pattern[: min(pattern.find(mark) for mark in "*?[" if mark in pattern)].rpartition("/")[0]
    store, path = fs.FileSystem.from_uri(_uri(base))
    wanted = path + pattern.removeprefix(base)
    infos = store.get_file_info(fs.FileSelector(path, recursive=True, allow_not_found=True))
    return [f"{scheme}://{info.path}" for info in infos if info.is_file and fnmatch.fnmatchcase(info.path, wanted)]


def _members(place: Place, source: Source) -> list[Place]:
    if not place.location.lower().endswith(".zip"):
        return [place]
    try:
        with place.raw() as raw, zipfile.ZipFile(raw) as archive:
            names = sorted(n for n in archive.namelist() if not n.endswith("/") and not _is_system(n))
    except zipfile.BadZipFile as error:
        raise UnreadableFileError(place.file, f"the archive is damaged ({error}).") from None
    fitting = names if len(names) == 1 else [name for name in names if format_of(name) == source.kind]
    if not fitting:
        raise UnreadableFileError(place.file, f"the archive holds no {source.kind} file but {names}.")
    return [Place(place.file if len(fitting) == 1 else f"{place.file}/{n}", place.location, n) for n in fitting]


def _is_system(member: str) -> bool:
    return member.startswith("__MACOSX/") or _is_leftover(member)
