"""What frameworks and test tools ask of our models and methods."""

import asyncio
import dataclasses
import inspect
from datetime import UTC, datetime
from typing import Any
from unittest.mock import AsyncMock, create_autospec

import httpx
import pytest
from fastapi import BackgroundTasks, FastAPI
from jsonschema import Draft202012Validator

from smsvoice import AsyncSmsVoice, SmsVoice, models, operations
from smsvoice.aio.sends.messages import AsyncMessages
from smsvoice.sync.resources.pools import Pools
from tests.contract.wire import Wire

SERVED = (
    "CreateEventDestination",
    "CreatePool",
    "CreateRegistrationAttachment",
    "DescribePhoneNumbers",
    "DescribePools",
    "PutProtectConfigurationRuleSetNumberOverride",
    "SendMediaMessage",
    "SendNotifyTextMessage",
    "SendRcsMessage",
    "SendTextMessage",
    "UpdateProtectConfigurationCountryRuleSet",
)


def served() -> FastAPI:
    """An application with a route for each operation: it takes the request, and gives a result."""
    app = FastAPI()
    for name in SERVED:
        operation = operations.by_name(name)

        def route(request: Any, operation: Any = operation) -> Any:
            route.taken = request  # type: ignore[attr-defined]
            return operation.result.model_construct()

        route.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [
                inspect.Parameter(
                    "request", inspect.Parameter.KEYWORD_ONLY, annotation=operation.request
                )
            ],
            return_annotation=operation.result,
        )
        app.post(f"/{name}")(route)
    return app


async def test_an_application_that_takes_and_gives_our_models_describes_itself() -> None:
    """`/openapi.json` has the schema of each, and of what they are made of."""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(served()), base_url="http://shop"
    ) as client:
        answer = await client.get("/openapi.json")

    schemas = answer.json()["components"]["schemas"]
    names = {kind for name in SERVED for kind in (f"{name}Request", f"{name}Result")}
    assert answer.status_code == 200
    assert len(names) == 22
    assert names <= set(schemas)
    assert {"RcsContent", "PoolInformation"} <= {name.split("-")[0] for name in schemas}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)


async def test_an_application_takes_a_request_as_a_body_and_gives_a_result() -> None:
    """In our names or AWS's; with bytes, newer values, and a slip of the pen refused."""
    app = FastAPI()

    @app.post("/attachments")
    def attach(
        request: models.registration_attachments.CreateRegistrationAttachmentRequest,
    ) -> models.registration_attachments.CreateRegistrationAttachmentResult:
        assert request.attachment_body == b"%PDF-"
        return models.registration_attachments.CreateRegistrationAttachmentResult(
            registration_attachment_arn="arn",
            registration_attachment_id="a-1",
            attachment_status=models.registration_attachments.AttachmentStatus.UPLOAD_IN_PROGRESS,
            tags=tuple(request.tags or ()),
            created_timestamp=datetime.fromtimestamp(1.5, UTC),
        )

    @app.post("/texts")
    def text(request: models.messages.SendTextMessageRequest) -> str:
        return str(request.message_type)

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as client:
        attached = await client.post(
            "/attachments", json={"attachment_body": "JVBERi0=", "Tags": {"team": "shop"}}
        )
        body = {"DestinationPhoneNumber": "+12065550142", "MessageBody": "x"}
        kinds = ("PROMOTIONAL", "MessageType(NEW)", "PROMOTONAL")
        texts = [await client.post("/texts", json=body | {"message_type": kind}) for kind in kinds]

    assert attached.json()["RegistrationAttachmentId"] == "a-1"
    assert attached.json()["Tags"] == [{"Key": "team", "Value": "shop"}]
    assert [answer.status_code for answer in texts] == [200, 200, 422]
    assert [answer.json() for answer in texts[:2]] == ["PROMOTIONAL", "NEW"]


async def test_a_background_task_sends() -> None:
    """Starlette awaits what is a coroutine function and runs the rest in a thread."""
    wire = Wire()
    sms = AsyncSmsVoice(session=wire.session())
    tasks = BackgroundTasks()
    tasks.add_task(sms.messages.send_text, "+12065550142", message_body="your order left")

    await tasks()

    assert [one["MessageBody"] for one in wire.sent] == ["your order left"]


def test_awaited_methods_are_coroutine_functions() -> None:
    """Of collections, handles, `api` and the client; pagers and plain methods are none."""
    sms = AsyncSmsVoice(session=Wire().session())
    pool = sms.pools.at("pool-1")

    for method in (sms.messages.send_text, sms.api.send_text_message, pool.delete, sms.call):
        assert inspect.iscoroutinefunction(method)
        assert asyncio.iscoroutinefunction(method)
    for plain in (sms.pools.list, sms.api.describe_pools, sms.pools.at):
        assert not inspect.iscoroutinefunction(plain)


async def test_autospec_knows_collections_and_what_is_awaited() -> None:
    """A mock refuses what the client would refuse."""
    messages = create_autospec(AsyncMessages)
    client = create_autospec(AsyncSmsVoice, instance=True)
    plain = create_autospec(SmsVoice)()
    client.messages.send_text.return_value = "sent"

    assert isinstance(messages.send_text, AsyncMock)
    assert await client.messages.send_text("+12065550142", message_body="x") == "sent"
    assert isinstance(plain.pools, Pools)
    plain.api.create_pool(origination_identity="p", message_type="PROMOTIONAL")
    with pytest.raises(TypeError, match="tipe"):
        plain.messages.send_text("+12065550142", message_body="x", tipe="x")
    with pytest.raises(AttributeError, match="creat"):
        plain.pools.creat  # type: ignore[attr-defined]  # noqa: B018


def test_a_collection_on_the_class_shows_itself_and_calls_nothing() -> None:
    """It is there to be looked into."""
    assert repr(SmsVoice.pools) == "<Pools>"
    assert vars(SmsVoice(session=Wire().session())).keys().isdisjoint({"pools", "api"})


def test_what_holds_a_request_becomes_a_dict() -> None:
    """`dataclasses.asdict` copies what it does not know."""

    @dataclasses.dataclass
    class Job:
        request: models.messages.SendTextMessageRequest

    request = models.messages.SendTextMessageRequest(destination_phone_number="+12065550142")

    assert dataclasses.asdict(Job(request)) == {"request": request}
