"""docs/clusters.md: manifests are YAML, scripts are bash, torchrun knows their options, and exit code 75 requeues."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from test_docs import ROOT, blocks
from torch.distributed.run import get_args_parser

PAGE = ROOT / "docs/clusters.md"
BLOCKS = blocks(PAGE)
SCRIPTS = [block.text for block in BLOCKS if block.language in ("sh", "bash")]
MANIFESTS = [yaml.safe_load(block.text) for block in BLOCKS if block.language == "yaml"]
JOB_SET, TASK = MANIFESTS
RANK, SLURM = (block.text for block in BLOCKS if block.language == "bash")
CONTAINER = JOB_SET["spec"]["replicatedJobs"][0]["template"]["spec"]["template"]["spec"]["containers"][0]


@pytest.mark.parametrize("script", [*SCRIPTS, TASK["setup"], TASK["run"]])
def test_scripts_are_bash(script: str) -> None:
    done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr


def launches() -> Iterator[list[str]]:
    """The arguments of each torchrun of the page."""
    yield CONTAINER["command"][1:]
    for script in (*SCRIPTS, TASK["run"]):
        for line in script.replace("\\\n", " ").splitlines():
            if match := re.search(r"\btorchrun (.*)", line):
                yield shlex.split(re.sub(r"\$\w+", "1", match[1].partition("&&")[0]))


def test_torchrun_knows_the_options_and_starts_a_finetuning() -> None:
    found = [get_args_parser().parse_args(words) for words in launches()]
    assert len(found) == 6
    for args in found:
        assert args.training_script == ("./rank.sh" if args.no_python else "instructgpt_cli")
        assert args.module != args.no_python
        assert args.training_script_args[:2] == ["finetune", "mine.yaml"]


def test_the_manifest_starts_as_many_pods_as_torchrun_waits_for_at_the_first_one() -> None:
    job = JOB_SET["spec"]["replicatedJobs"][0]
    args = get_args_parser().parse_args(CONTAINER["command"][1:])
    pods = job["template"]["spec"]
    assert int(args.nnodes) == pods["parallelism"] == pods["completions"]
    assert int(args.nproc_per_node) == CONTAINER["resources"]["limits"]["nvidia.com/gpu"]
    name, port = JOB_SET["metadata"]["name"], CONTAINER["ports"][0]["containerPort"]
    assert args.rdzv_endpoint == f"{name}-{job['name']}-0-0.{name}:{port}"
    spec = pods["template"]["spec"]
    assert args.shutdown_timeout < spec["terminationGracePeriodSeconds"]
    assert {each["name"] for each in CONTAINER["volumeMounts"]} == {each["name"] for each in spec["volumes"]}


def submit(script: str, place: Path, codes: list[int]) -> subprocess.CompletedProcess[str]:
    """Run `script` with rank.sh and stand-ins for everything else: `instructgpt` exits with the rank's code."""
    ranks = " ".join(str(rank) for rank in range(len(codes)))
    stand_ins = {
        "srun": 'exec "$@"',
        "scontrol": 'echo "$@" >> scontrol.log',
        "torchrun": 'while [ "$1" != --no-python ]; do shift; done; shift\n'
        f'failed=0; for rank in {ranks}; do RANK=$rank "$@" || failed=1; done; exit $failed',
        "instructgpt": 'echo "$@" >> runs.log; codes=($CODES); exit ${codes[$RANK]}',
    }
    for name, text in stand_ins.items():
        (place / "bin").mkdir(exist_ok=True)
        (place / "bin" / name).write_text(f"#!/bin/bash\n{text}\n")
    (place / "rank.sh").write_text(RANK)
    for path in (place / "rank.sh", *(place / "bin").iterdir()):
        path.chmod(0o755)
    slurm = {"SLURM_JOB_ID": "7", "SLURM_JOB_NUM_NODES": "2", "SLURM_JOB_NODELIST": "node[1-2]"}
    path = f"{place / 'bin'}:{os.environ['PATH']}"
    environment = {**os.environ, **slurm, "PATH": path, "CODES": " ".join(map(str, codes))}
    return subprocess.run(["bash", "-c", script], cwd=place, env=environment, text=True, capture_output=True)


@pytest.mark.parametrize(
    ("codes", "exits", "requeues"),
    [([0, 0], 0, False), ([75, 75], 1, True), ([75, 3], 1, False), ([3, 75], 1, False), ([2, 2], 1, False)],
)
def test_slurm_requeues_where_every_rank_that_fails_exits_with_75(
    codes: list[int], exits: int, requeues: bool, tmp_path: Path
) -> None:
    for _ in range(2):  # the second time, files of the first are there
        (tmp_path / "scontrol.log").unlink(missing_ok=True)
        done = submit(SLURM, tmp_path, codes)
        assert done.returncode == exits, done.stderr
        calls = (tmp_path / "scontrol.log").read_text().splitlines()
        assert calls == ["show hostnames node[1-2]", *(["requeue 7"] if requeues else [])]
    assert set((tmp_path / "runs.log").read_text().splitlines()) == {"finetune mine.yaml --quiet"}


def test_ranks_that_were_killed_leave_no_reason_to_requeue(tmp_path: Path) -> None:
    done = submit(SLURM.replace("./rank.sh", "false"), tmp_path, [0])
    assert done.returncode == 1
    assert "requeue" not in (tmp_path / "scontrol.log").read_text()
