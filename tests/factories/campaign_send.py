"""What the processes of a campaign run: `python -m tests.factories.campaign_send threads|dask|celery`."""

import os
import random
import signal
import sys
import threading
from typing import Any

from smsvoice.bulk import read_rows
from tests.factories.campaign import Campaign

SHARE = 100


def threads(campaign: Campaign) -> None:
    """Send all rows, from this process."""
    print(campaign.bulk().send(read_rows(campaign.table)))


def dask(campaign: Campaign) -> None:
    """Send all rows by two worker processes; each line of the input kills one of them."""
    import dask.config
    import distributed

    found: Any = distributed  # has no types

    dask.config.set(
        {
            "distributed.scheduler.allowed-failures": 1000,
            "distributed.deploy.lost-worker-timeout": "600s",  # a busy machine starts one slowly
        }
    )
    with found.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        threading.Thread(target=_kill_when_asked, args=(cluster,), daemon=True).start()
        with found.Client(cluster) as client:
            shares = list(read_rows(campaign.table).shares(SHARE))
            print(sum(client.gather(client.map(campaign.bulk().send, shares, pure=False))))


def _kill_when_asked(cluster: Any) -> None:
    for _ in sys.stdin:
        nannies = [nanny for nanny in cluster.workers.values() if nanny.process is not None]
        running = [nanny.pid for nanny in nannies if nanny.process.status.name == "running"]
        if running:
            os.kill(random.choice(running), signal.SIGKILL)
            print("killed", flush=True)
        else:
            print("none", flush=True)


def celery(campaign: Campaign) -> None:
    """Put all shares into the queue, and wait for their reports."""
    from tests.factories.campaign_celery import send_share

    shares = read_rows(campaign.table).shares(SHARE)
    sent = [send_share.delay(campaign.table, share.first, share.last) for share in shares]
    print([result.get(timeout=600) for result in sent])


if __name__ == "__main__":
    {"threads": threads, "dask": dask, "celery": celery}[sys.argv[1]](Campaign.of_environment())
