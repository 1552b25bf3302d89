"""botocore's files of JSON (service models, endpoints), read once for all clients that we make."""

import gzip
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

from botocore.exceptions import DataNotFoundError
from botocore.loaders import (
    ExtrasProcessor,
    JSONFileLoader,
    Loader,
    create_loader,
    instance_cache,
)
from pydantic_core import SchemaValidator, ValidationError, core_schema, from_json

from smsvoice.transport.call_state import SERVICE

ENDPOINTS_OF: Final = ("sms-voice", SERVICE, "sts", "sso", "portal.sso", "oidc", "signin")
"""Our service and those that credentials come from, under the names that botocore's old list of
endpoints has them. A client of ours needs no other: newer rules than that list know its URL, and of
the list it takes the signing name and the partition."""


@cache
def shared_loader(data_path: str | None, *, for_our_service: bool = False) -> Loader:
    """A loader whose files are read once, whatever the number of clients that are made with it.

    botocore hands out what it loads without copying it, so nothing may change what comes from
    here. With `for_our_service` the list of endpoints is short, for sessions that no application
    makes clients of other services with.
    """
    places = create_loader(data_path).search_paths
    files = JsonFilesForUs() if for_our_service else JsonFiles()
    return SharedLoader(places, files, include_default_search_paths=False)


class JsonFiles(JSONFileLoader):
    """botocore's reader of JSON files, with the faster parser that is here anyway."""

    def load_file(self, file_path: str) -> Any:
        """The contents of `file_path`.json or .json.gz; None when there is neither."""
        plain, packed = Path(f"{file_path}.json"), Path(f"{file_path}.json.gz")
        if plain.is_file():
            return self._parse(file_path, plain.read_bytes())
        if packed.is_file():
            return self._parse(file_path, gzip.decompress(packed.read_bytes()))
        return None

    def _parse(self, file_path: str, content: bytes) -> Any:  # noqa: ARG002  see JsonFilesForUs
        return from_json(content)


class JsonFilesForUs(JsonFiles):
    """The same, but of endpoints only those that a client of ours may ask for."""

    def _parse(self, file_path: str, content: bytes) -> Any:
        is_list = Path(file_path).name == "endpoints"
        return _needed_endpoints(content) if is_list else from_json(content)


def _needed_endpoints(content: bytes) -> Any:
    """The list of endpoints without the services that no client of ours asks for.

    It is over a megabyte, and the largest of what is read to make a client. The parser passes over
    the rest without making objects of it.
    """
    kept = core_schema.typed_dict_field(core_schema.any_schema(), required=False)
    services = core_schema.typed_dict_schema(dict.fromkeys(ENDPOINTS_OF, kept))
    partition = core_schema.typed_dict_schema(
        {"services": core_schema.typed_dict_field(services)}, extra_behavior="allow"
    )
    partitions = core_schema.list_schema(partition)
    whole = core_schema.typed_dict_schema(
        {"partitions": core_schema.typed_dict_field(partitions)}, extra_behavior="allow"
    )
    try:
        return SchemaValidator(whole).validate_json(content)
    except ValidationError:
        return from_json(content)  # a list of another form, in a folder of the application's own


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
