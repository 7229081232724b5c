"""What looks: the weights that are chosen, by the maker that is asked for, told in the pedigree."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.desk.brought import WHY, digest, lab, shipped, stock_file, written
from tests.desk.records import records
from tests.desk.scene import REPOSITORY, hits, indexed, office, settings
from tests.vision.stills import still
from vsa_core.domain.case import Act
from vsa_core.errors import Refused, Tampered, WrongUsage
from vsa_core.looking import Looking
from vsa_core.pipeline.alone import Alone
from vsa_core.pipeline.hands import Hands
from vsa_core.settings import as_fields, read
from vsa_core.vision.deepsort import DeepSortTracker
from vsa_core.vision.openvino import native_precisions
from vsa_core.vision.pytorch import TorchNetwork
from vsa_core.vision.twostage import TwoStageTracker

THREE = (("person", 250), ("vehicle", 250), ("two-wheeler", 250))


def test_without_weights_motion_alone_looks_and_says_so(tmp_path: Path) -> None:
    sight = Looking(settings(tmp_path)).sight()
    assert (sight.detector, sight.thresholds) == ("motion", ())
    assert sight.eyes.detector is None


def test_the_tracker_is_chosen_by_name(tmp_path: Path) -> None:
    plain = settings(tmp_path)
    assert Looking(plain).tracker()[0] is TwoStageTracker
    maker, embedder = Looking(replace(plain, tracker="deepsort")).tracker()
    assert maker is DeepSortTracker
    assert embedder is not None


def test_unlisted_weights_are_refused(tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.pt"
    stranger.write_bytes(b"not a model")
    look = Looking(replace(settings(tmp_path), weights=stranger, detector="auto"))
    with pytest.raises(Refused, match="MOD-003"):
        look.sight()


def test_the_programs_model_looks_and_is_named_with_its_thresholds(tmp_path: Path) -> None:
    manifest = written(tmp_path, shipped(tmp_path))
    plain = replace(settings(tmp_path / "home"), manifest=manifest, detector="auto")
    sight = Looking(plain).sight()
    assert (sight.detector, sight.thresholds) == ("openvino vigie", THREE)
    assert sight.detector_digest == digest(tmp_path / "models" / "vigie.safetensors")
    torch = Looking(replace(plain, detector="yolo")).sight()
    assert (torch.detector, torch.detector_digest) == ("torch vigie", sight.detector_digest)
    motion = Looking(replace(plain, detector="motion")).sight()
    assert (motion.detector, motion.thresholds) == ("motion", ())
    assert sight.settings == torch.settings != motion.settings


def test_an_experimental_class_is_kept_only_where_it_is_asked_for(tmp_path: Path) -> None:
    table = shipped(tmp_path) + 'experimental = ["two-wheeler"]\nthresholds = {person = 0.31}\n'
    plain = replace(settings(tmp_path / "home"), manifest=written(tmp_path, table), detector="auto")
    sight = Looking(plain).sight()
    assert sight.thresholds == (("person", 310), ("vehicle", 250))
    every = Looking(replace(plain, experimental=True)).sight()
    assert [name for name, _ in every.thresholds] == ["person", "vehicle", "two-wheeler"]
    assert every.settings != sight.settings


ALL = ("bf16", "int8", "f32")


@pytest.mark.parametrize(
    ("here", "said", "asked", "name"),
    [
        (ALL, '["bf16", "int8"]', "auto", "openvino-bf16 vigie"),
        (("int8", "f32"), '["bf16", "int8"]', "auto", "openvino-int8 vigie"),
        (("int8", "f32"), '["bf16"]', "auto", "openvino vigie"),
        (ALL, "[]", "auto", "openvino vigie"),
        (ALL, '["bf16"]', "f32", "openvino vigie"),
        (ALL, "[]", "int8", "openvino-int8 vigie"),
        (ALL, "[]", "bf16", "openvino-bf16 vigie"),
    ],
)
def test_the_precision_suits_processor_and_model_or_is_the_one_asked_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    here: tuple[str, ...],
    said: str,
    asked: str,
    name: str,
) -> None:
    monkeypatch.setattr("vsa_core.looking.native_precisions", lambda: here)
    table = shipped(tmp_path) + f"precisions = {said}\nranges = [[0, 1]]\n"
    manifest = written(tmp_path, table)
    plain = replace(settings(tmp_path / "home"), manifest=manifest, detector="auto")
    look = Looking(replace(plain, precision=asked))
    assert look.sight().detector == name
    validation, masks = look.everything(), look.lens().detector
    assert validation is not None
    assert masks is not None
    assert (validation.name, masks.name) == (name, "openvino vigie")


@pytest.mark.parametrize(
    ("here", "asked", "known"), [(("f32",), "bf16", "auto, f32"), (ALL, "int8", "auto, bf16, f32")]
)
def test_a_precision_that_processor_or_model_cannot_have_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    here: tuple[str, ...],
    asked: str,
    known: str,
) -> None:
    monkeypatch.setattr("vsa_core.looking.native_precisions", lambda: here)
    manifest = written(tmp_path, shipped(tmp_path))
    plain = replace(settings(tmp_path / "home"), manifest=manifest, detector="auto")
    with pytest.raises(WrongUsage, match="USE-010") as wrong:
        Looking(replace(plain, precision=asked)).sight()
    assert wrong.value.values["known"] == known


def test_what_looks_is_made_once_and_again_when_another_model_is_added(tmp_path: Path) -> None:
    at = lab(tmp_path, shipped(tmp_path))
    look = Looking(at.settings)
    with ThreadPoolExecutor(4) as pool:
        made = set(map(id, pool.map(lambda _: look.sight(), range(8))))
    assert made == {id(look.sight())}
    path = stock_file(tmp_path)
    at.desks.models.add(at.who, at.offer(path, reason=WHY))
    assert (look.sight().detector, look.sight().detector_digest) == ("openvino yolo", digest(path))
    (at.weights / f"{digest(path)}.pt").write_bytes(b"changed")
    with pytest.raises(Tampered, match="MOD-002"):
        look.sight()


@pytest.mark.slow
def test_a_network_that_somebody_else_converted_is_never_run(tmp_path: Path) -> None:
    at = lab(tmp_path, shipped(tmp_path))
    picture = np.full((64, 96, 3), 90, np.uint8)

    def looked() -> None:
        detector = Looking(at.settings).sight().eyes.detector
        assert detector is not None
        detector.detect(still(picture), (96, 64))

    looked()
    (graph,) = (at.settings.home / "models").glob("*.xml")
    constants, record = graph.with_suffix(".bin"), graph.with_suffix(".sha256")
    sound = graph.read_bytes()
    forged = sound + b"\n"
    graph.write_bytes(forged)
    parts = (hashlib.sha256(part).digest() for part in (forged, constants.read_bytes()))
    record.write_text(f"{graph.stem} {hashlib.sha256(b''.join(parts)).hexdigest()}")
    looked()
    assert graph.read_bytes() != forged


@pytest.mark.slow
def test_a_new_model_supersedes_what_the_former_saw_and_hits_say_which(tmp_path: Path) -> None:
    at = indexed(office(tmp_path))
    (old,) = hits(at)
    assert old.event.pedigree.detector.startswith("motion:")
    manifest = written(tmp_path, shipped(tmp_path))
    chosen = replace(settings(at.home), manifest=manifest, detector="auto")
    archive = at.desks.indexing._tickets.archive(at.who, at.where)
    before = {s.run for s in archive.catalogue.runs.slices(at.footage.digest)}
    object.__setattr__(at.desks.indexing._lab, "sight", Looking(chosen).sight)
    indexed(at)
    after = {s.run for s in archive.catalogue.runs.slices(at.footage.digest)}
    gone = {s.run for s in archive.catalogue.runs.slices(at.footage.digest, superseded=True)}
    assert before & after == set()
    assert before <= gone
    weights = digest(tmp_path / "models" / "vigie.safetensors")
    named = f"openvino vigie:{weights}"
    assert [hit.event.pedigree.detector for hit in hits(at)] == [named]
    asked = [record for record in records(at.home) if record["act"] == Act.INDEX][-1]
    assert (asked["about"]["detector"], asked["models"]) == (named, [weights])


def test_on_a_fresh_machine_the_model_that_ships_looks(tmp_path: Path) -> None:
    sight = Looking(read({"RELECTURE_HOME": str(tmp_path / "home")})).sight()
    half = "-bf16" if "bf16" in native_precisions() else ""
    assert sight.detector == f"openvino{half} vigie"
    assert sight.detector_digest == digest(REPOSITORY / "models" / "vigie.safetensors")
    assert "person" in dict(sight.thresholds)


def test_the_program_looks_by_itself_or_with_processes_that_are_told_the_same(
    tmp_path: Path,
) -> None:
    plain = settings(tmp_path)
    alone, crew = Looking(plain), Looking(replace(plain, workers=3))
    assert alone.workers == 1
    assert isinstance(alone.crew(alone.sight()), Alone)
    assert crew.workers == 3
    hands = crew.crew(crew.sight())
    assert isinstance(hands, Hands)
    assert (hands.count, hands.sight) == (3, crew.sight().names())
    assert hands.greeting == {"settings": as_fields(replace(plain, workers=3))}


def test_torch_looks_where_there_is_a_gpu_that_it_can_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = written(tmp_path, shipped(tmp_path))
    plain = replace(settings(tmp_path / "home"), manifest=manifest, detector="auto", workers=2)
    monkeypatch.setattr("vsa_core.looking.usable", lambda: True)
    monkeypatch.setattr(TorchNetwork, "on_card", False)
    for chosen, name in (("auto", "openvino vigie"), ("yolo", "torch vigie")):
        look = Looking(replace(plain, detector=chosen))
        assert look.sight().detector == name
        crew = look.crew(look.sight())
        assert isinstance(crew, Hands)
        assert crew.card is None  # on a processor each runs the network itself
    monkeypatch.setattr(TorchNetwork, "on_card", True)
    look = Looking(plain)
    assert look.sight().detector == "torch-cuda vigie"
    crew = look.crew(look.sight())
    assert isinstance(crew, Hands)
    assert crew.card is not None
    assert (crew.card.maker, crew.card.side, crew.card.classes) == ("torch-cuda", 96, 3)
    forced = Looking(replace(plain, detector="openvino"))
    assert forced.sight().detector == "openvino vigie"
    crew = forced.crew(forced.sight())
    assert isinstance(crew, Hands)
    assert crew.card is None


def test_half_the_input_is_for_indexing_alone_and_every_pedigree_tells_it(tmp_path: Path) -> None:
    manifest = written(tmp_path, shipped(tmp_path))
    plain = replace(settings(tmp_path / "home"), manifest=manifest, detector="yolo")
    whole, half = Looking(plain), Looking(replace(plain, input="half"))
    assert half.sight().detector == "torch vigie half"
    assert half.sight().settings != whole.sight().settings
    picture = still(np.zeros((64, 96, 3), np.uint8))
    for look, side in ((whole, 96), (half, 48)):
        picture.asked.clear()
        detector = look.sight().eyes.detector
        assert detector is not None
        detector.detect(picture, (96, 64))
        assert picture.asked == [(side, side * 2 // 3)]
    picture.asked.clear()
    exact = half.lens().detector  # what leaves is masked by all that can be seen
    assert exact is not None
    exact.detect(picture, (96, 64))
    assert picture.asked == [(96, 64)]
    motion = replace(plain, detector="motion")
    assert Looking(replace(motion, input="half")).sight().names() == Looking(motion).sight().names()


def test_another_version_of_the_tracker_is_another_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Looking(settings(tmp_path)).sight().settings
    monkeypatch.setattr(TwoStageTracker, "name", "twostage 0")
    assert Looking(settings(tmp_path)).sight().settings != before
