"""Archives of many decisions: every member once, damaged ends said, memory constant."""

from __future__ import annotations

import io
import os
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from casetrack.errors import Unreadable
from casetrack.read import archives, read_bytes


@pytest.fixture
def jade(shared_data, tmp_path) -> Path:
    """A daily delivery as DILA names and lays it out, from real decisions, with a list of withdrawn texts."""
    path = tmp_path / "JADE_20211119-213000.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for source in sorted((shared_data / "dila_jade").glob("*.xml")):
            member = f"20211119-213000/jade/global/JADE/TEXT/00/00/{source.name}"
            _add(archive, member, source.read_bytes())
        _add(archive, "20211119-213000/liste_suppression_jade.dat", b"jade/JADE/TEXT/00/CETATEXT000012345678\n")
        _add(archive, "20211119-213000/lisezmoi.txt", b"rien")
    return path


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))


def test_a_delivery_gives_each_decision_and_its_withdrawals(jade):
    members = list(archives.iter_jade_tar(jade))
    texts = [(name, data) for name, data in members if not archives.is_deletion_list(name)]
    lists = [data for name, data in members if archives.is_deletion_list(name)]
    assert len(texts) == 63 and len(lists) == 1
    assert archives.deleted_ids(lists[0]) == ("CETATEXT000012345678",)
    assert {read_bytes(data, name).format for name, data in texts} == {"jade"}


def test_a_cut_delivery_gives_what_it_has_then_says_so(jade):
    jade.write_bytes(jade.read_bytes()[: jade.stat().st_size // 2])
    given = []
    with pytest.raises(Unreadable) as refused:
        for name, _ in archives.iter_jade_tar(jade):
            given.append(name)
    assert refused.value.code == "tronque" and jade.name in refused.value.reason
    assert 0 < len(given) < 63


def test_a_month_of_open_data(shared_data, tmp_path):
    path = tmp_path / "CE_202111.zip"
    sources = sorted((shared_data / "ce_opendata").glob("*.xml"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for source in sources:
            archive.write(source, source.name)
    assert [name for name, _ in archives.iter_opendata_zip(path)] == [source.name for source in sources]
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(Unreadable):
        list(archives.iter_opendata_zip(path))


def test_a_folder_that_mixes_everything(shared_data, jade):
    (jade.parent / "ta").mkdir()
    source = shared_data / "ta_opendata" / "ORTA_2520143_20251205.xml"
    (jade.parent / "ta" / source.name).write_bytes(source.read_bytes())
    (jade.parent / "notes.txt").write_text("rien")
    names = [name for name, _ in archives.iter_archive(jade.parent)]
    assert names[0] == f"ta/{source.name}"
    assert len(names) == 1 + 63 + 1


def test_an_outsize_member_fails_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MEMBER_LIMIT", 10)
    (tmp_path / "long.xml").write_bytes(b"x" * 11)
    (tmp_path / "short.xml").write_bytes(b"x" * 10)
    assert dict(archives.iter_tree(tmp_path)) == {"long.xml": b"", "short.xml": b"x" * 10}


def test_memory_does_not_grow_with_the_archive(tmp_path):
    path = tmp_path / "JADE_global.tar.gz"
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for number in range(2000):
            _add(archive, f"jade/CETATEXT{number:012}.xml", os.urandom(1000))
    tracemalloc.start()
    try:
        count = sum(1 for _ in archives.iter_jade_tar(path))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 2000 and peak < 1_000_000
