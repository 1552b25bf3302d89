"""botocore's files of JSON (service models, endpoints), read once for all clients that we make."""

import gzip
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from botocore.exceptions import DataNotFoundError
from botocore.loaders import (
    ExtrasProcessor,
    JSONFileLoader,
    Loader,
    create_loader,
    instance_cache,
)
from pydantic_core import from_json

from smsvoice.transport.call_state import SERVICE


@cache
def shared_loader(data_path: str | None) -> Loader:
    """A loader whose files are read once, whatever the number of clients that are made with it.

    botocore hands out what it loads without copying it, so nothing may change what comes from
    here.
    """
    places = create_loader(data_path).search_paths
    return SharedLoader(places, JsonFiles(), include_default_search_paths=False)


class JsonFiles(JSONFileLoader):
    """botocore's reader of JSON files, with the faster parser that is here anyway."""

    def load_file(self, file_path: str) -> Any:
        """The contents of `file_path`.json or .json.gz; None when there is neither."""
        plain, packed = Path(f"{file_path}.json"), Path(f"{file_path}.json.gz")
        if plain.is_file():
            return from_json(plain.read_bytes())
        return from_json(gzip.decompress(packed.read_bytes())) if packed.is_file() else None


class SharedLoader(Loader):
    """botocore's loader, but for our service it does not look through all the others first."""

    @instance_cache
    def load_service_model(
        self, service_name: str, type_name: str, api_version: str | None = None
    ) -> Any:
        """The model of a service, with botocore's additions to it merged in."""
        if service_name != SERVICE:
            return super().load_service_model(service_name, type_name, api_version)
        version = api_version or self.determine_latest_version(service_name, type_name)
        place = f"{service_name}/{version}/{type_name}"
        model = self.load_data(place)
        ExtrasProcessor().process(model, self._extras(place))
        return model

    def _extras(self, place: str) -> Iterator[Any]:
        for kind in self.extras_types:
            with suppress(DataNotFoundError):
                yield self.load_data(f"{place}.{kind}-extras")
