"""Numbers, bodies, codes and variables are planted everywhere, and found nowhere that is printed."""

import base64
import json
import random
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from botocore.model import ListShape, MapShape, Shape, StringShape, StructureShape
from pydantic import BaseModel

import smsvoice
from smsvoice import (
    AsyncSmsVoice,
    NotifyTemplate,
    NotSentError,
    RequestError,
    SmsVoice,
    SmsVoiceError,
    operations,
    rcs_content,
)
from smsvoice.core.codec import unvalidated_request
from smsvoice.core.model import AwsModel
from smsvoice.models.messages import SendTextMessageRequest
from smsvoice.models.notify import (
    NotifyTemplateInformation,
    TemplateVariableMetadata,
    TemplateVariableSource,
    TemplateVariableType,
)
from smsvoice.operations.messages import SEND_TEXT_MESSAGE
from tests.contract import strategies
from tests.contract.wire import Wire
from tests.shares import all_of, some
from tests.transport.captured_log import (
    MARK,
    CapturedLog,
    assert_unmarked,
    refusal,
    texted,
    told_by,
)
from tests.transport.faults import Fault, FaultyServer, refusing_url

PACKAGE = Path(smsvoice.__file__).parent
NAMES = strategies.operations()
wire = Wire()
sms = SmsVoice(session=wire.session())
given = SmsVoice(client=wire.session().client("pinpoint-sms-voice-v2"), validate_requests=False)
strict = sms.with_options(strict_answers=True)


# --- planting ---------------------------------------------------------------------------------------


def sensitive_members() -> dict[str, set[str]]:
    """Which members of which shapes are to be kept, by our models, which the table makes."""
    found: dict[str, set[str]] = {}
    for cls in all_models(AwsModel):
        fields = cls.model_fields
        found[cls.__name__] = {
            str(fields[name].validation_alias or fields[name].alias) for name in cls._sensitive
        }
    return found


def all_models(cls: type[AwsModel]) -> Iterator[type[AwsModel]]:
    """Every model below one."""
    for sub in cls.__subclasses__():
        yield sub
        yield from all_models(sub)


for _name in NAMES:
    operations.by_name(_name)  # loads every model
SENSITIVE = sensitive_members()


def planted(shape: Shape, *, marked: bool = False) -> Any:
    """A value of a shape that holds the mark wherever the table says that it is sensitive."""
    match shape:
        case StructureShape():
            kept = SENSITIVE.get(shape.name, set())
            members = shape.members
            if getattr(shape, "is_tagged_union", False):
                members = dict([next(iter(members.items()))])
            return {n: planted(m, marked=marked or n in kept) for n, m in members.items()}
        case ListShape():
            return [planted(shape.member, marked=marked)]
        case MapShape():
            key = f"key{MARK}" if marked else "key"
            return {key: planted(shape.value, marked=marked)}
        case StringShape():
            return shape.enum[0] if shape.enum else f"+1206{MARK}" if marked else "text"
    secret = base64.b64encode(f"secret {MARK}".encode()).decode()
    kinds = {"boolean": True, "timestamp": 1_700_000_000, "double": 1.5, "blob": secret}
    return kinds.get(shape.type_name, 7)


def marks_in(value: Any) -> int:
    """How many planted values there are."""
    return json.dumps(value).count(MARK)


def shapes(name: str) -> tuple[StructureShape, StructureShape]:
    """What an operation takes and gives."""
    return strategies.input_of(name), strategies.output(name)


ERRORS = ("ConflictException", "ValidationException", "AccessDeniedException", "NewException",
          "ResourceNotFoundException", "ServiceQuotaExceededException", "ThrottlingException",
          "InternalServerException", "ExpiredTokenException")  # fmt: skip


def requests_of(name: str) -> list[Any]:
    """The fullest request of an operation, as a checked value where AWS's rules let it be one."""
    operation = operations.by_name(name)
    members = planted(shapes(name)[0])
    found = [
        unvalidated_request(
            operation.request,
            {
                field: members.get(alias_of(operation.request, field))
                for field in operation.request.model_fields
            },
        )
    ]
    with suppress(SmsVoiceError):
        found.append(operation.request(**members))
    return found


def alias_of(model: type[BaseModel], field: str) -> str:
    """AWS's name of a member."""
    return str(model.model_fields[field].validation_alias or model.model_fields[field].alias)


def answers_to(name: str, codes: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """Every kind of answer, all with marks in them."""
    answer = planted(shapes(name)[1])
    yield 200, json.dumps(answer).encode()
    for code in codes:
        yield 400, json.dumps(refusal(code)).encode()
    yield 500, json.dumps(refusal("InternalServerException")).encode()
    yield 503, f"<html>+1206{MARK}</html>".encode()
    yield 200, f"<html>+1206{MARK}</html>".encode()
    yield 200, json.dumps(answer).encode()[:-1]
    yield 200, json.dumps({"New": MARK, f"k{MARK} x": 1, f"k{MARK}": 1} | answer).encode()
    yield 200, json.dumps({member: {MARK: [MARK]} for member in answer}).encode()


@pytest.mark.parametrize("name", some(NAMES))
def test_nothing_printed_reveals_what_was_sent_or_answered(name: str, ear: CapturedLog) -> None:
    """Requests, results, errors, warnings and our log; the codes take turns."""
    turn = NAMES.index(name) % len(ERRORS)

    listen(name, [ERRORS[turn]], ear)


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_nothing_printed_reveals_it_for_any_code(name: str, ear: CapturedLog) -> None:
    """Every operation with every error code."""
    listen(name, ERRORS, ear)


def listen(name: str, codes: Sequence[str], ear: CapturedLog) -> None:
    """Call an operation with every kind of answer, and look for marks in all that is told."""
    operation, texts = operations.by_name(name), []

    for request in requests_of(name):
        texts += [repr(request), str(request)]
        for wire.status, wire.answer in answers_to(name, codes):
            for client in (sms, strict) if wire.status == 200 else (sms,):
                _, told = told_by(lambda: client.call(operation, request))  # noqa: B023
                texts += told

    assert any("refused" in text for text in texts)
    assert_unmarked([*texts, *ear.heard])


@pytest.mark.parametrize("name", all_of(NAMES))
def test_a_wrong_request_never_repeats_a_value(name: str, ear: CapturedLog) -> None:
    """Whatever is wrong with it, and whoever finds it: Pydantic here, botocore on a given client."""
    operation = operations.by_name(name)
    members = planted(shapes(name)[0], marked=True)
    chance, texts = random.Random(name), []

    for field, value in members.items():
        for wrong in ([MARK], {"a": MARK}, f"\n{MARK} " * 300, 10**40 + int(MARK), [value]):
            spoilt = members | {field: wrong}
            texts += told_by(lambda: operation.request(**spoilt))[1]  # noqa: B023
        spoilt = members | {field: chance.choice(([MARK], {MARK: MARK}, 7))}
        ours = {
            snake: spoilt.get(alias_of(operation.request, snake))
            for snake in operation.request.model_fields
        }
        request = operation.request.model_construct(**ours)
        error, told = told_by(lambda: given.call(operation, request))  # noqa: B023
        texts += told
        assert not isinstance(error, Exception) or isinstance(error, SmsVoiceError)
    texts += told_by(lambda: operation.request(**members, nonsense=MARK))[1]

    assert_unmarked([*texts, *ear.heard])


@pytest.mark.parametrize("fault", [f for f in Fault if f is not Fault.NONE], ids=str)
def test_no_failure_of_the_network_reveals_a_number(fault: Fault, ear: CapturedLog) -> None:
    """Causes included."""
    with FaultyServer(lambda _: fault) as server:
        error, texts = told_by(lambda: texted(server.url, fault))

    assert isinstance(error, SmsVoiceError)
    assert_unmarked([*texts, *ear.heard])
    assert ear.heard


def test_a_refused_connection_reveals_nothing_either(ear: CapturedLog) -> None:
    """NotSentError and its cause."""
    error, texts = told_by(lambda: texted(refusing_url()))

    assert isinstance(error, NotSentError)
    assert_unmarked([*texts, *ear.heard])


def test_marks_are_planted_in_every_sensitive_member() -> None:
    """Otherwise the tests above would prove nothing."""
    members = {
        m for name in NAMES for shape in shapes(name) for m in marked_members(planted(shape))
    }
    table = {member for kept in SENSITIVE.values() for member in kept}

    assert len(members) > 20
    assert members >= {
        "MessageBody",
        "DestinationPhoneNumber",
        "TemplateVariables",
        "VerificationCode",
        "Context",
    }
    assert members <= table


def marked_members(value: Any) -> Iterator[str]:
    """The members that hold a mark directly or in a list or map."""
    if isinstance(value, list):
        for one in value:
            yield from marked_members(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            inner = list(marked_members(one))
            if inner:
                yield from inner
            elif MARK in json.dumps(one) and name.isidentifier() and MARK not in name:
                yield name


def frames_of(error: BaseException) -> Iterator[FrameType]:
    """All frames that an error holds, those of the errors behind it included."""
    chain: list[BaseException | None] = [error]
    while chain:
        one = chain.pop()
        if one is None:
            continue
        yield from (frame for frame, _ in traceback.walk_tb(one.__traceback__))
        chain += [one.__cause__, one.__context__]


TEMPLATE = NotifyTemplateInformation.model_construct(
    template_id="t",
    content="{{code}}",
    variables={
        "code": TemplateVariableMetadata(
            type=TemplateVariableType.STRING,
            required=True,
            source=TemplateVariableSource.CUSTOMER,
            max_length=2,
        )
    },
)
BASE = SendTextMessageRequest(destination_phone_number="+12065550142", message_body="hi")
REFUSED: dict[str, Callable[[], object]] = {
    "a verb": lambda: sms.messages.send_text(f"+1206{MARK}", message_body=f"{MARK}" * 900),
    "a handle": lambda: sms.pools.at("p").send_text(f"1206{MARK}", message_body=MARK),
    "an operation": lambda: sms.api.send_text_message(destination_phone_number=MARK),
    "a request": lambda: SendTextMessageRequest(destination_phone_number=MARK, message_body=MARK),
    "no argument": lambda: sms.messages.send_text(to=f"+1206{MARK}", body=MARK),  # type: ignore[call-arg]
    "a copy": lambda: BASE.model_copy(update={"destination_phone_number": MARK}),
    "members": lambda: sms.request(SEND_TEXT_MESSAGE, {"message_body": MARK, "no": MARK}),
    "a button": lambda: rcs_content.reply(f"{MARK} and far more words than there is room for"),
    "a carousel": lambda: rcs_content.carousel(rcs_content.carousel_card(title=MARK)),
    "a template": lambda: NotifyTemplate(sms, "t", data=TEMPLATE).render({"code": MARK}),
}


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED)
def test_no_frame_of_ours_holds_a_member_of_a_refused_request(act: Callable[[], object]) -> None:
    """Tools print the variables of a traceback; nothing has left, so none of ours needs them."""
    with pytest.raises(RequestError) as refused:
        act()

    ours = [
        frame
        for frame in frames_of(refused.value)
        if Path(frame.f_code.co_filename).is_relative_to(PACKAGE)
    ]
    assert ours
    assert not [frame.f_code.co_qualname for frame in ours if MARK in repr(frame.f_locals)]


async def test_nor_does_one_of_the_async_flavour() -> None:
    """Where the error comes with the await."""
    asms = AsyncSmsVoice(session=wire.session())

    with pytest.raises(RequestError) as refused:
        await asms.pools.at("p").send_text(f"1206{MARK}", message_body=MARK)

    ours = [f for f in frames_of(refused.value) if "smsvoice" in f.f_globals.get("__name__", "")]
    assert ours
    assert not [frame.f_code.co_qualname for frame in ours if MARK in repr(frame.f_locals)]
