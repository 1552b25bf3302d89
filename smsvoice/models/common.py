"""Models of common: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypedDict

from smsvoice.core.constraints import (
    KeyValueList,
    LenientInAnswers,
    ListedEnum,
    ListSize,
    MapSize,
    Number,
    Text,
)
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import OutputModel, SharedModel


class DestinationCountryParameterKey(OpenEnum):
    """Which extra fact a destination country asks for; India wants an entity and a template id."""

    IN_TEMPLATE_ID = "IN_TEMPLATE_ID"
    IN_ENTITY_ID = "IN_ENTITY_ID"


DestinationCountryParameterKeyArgument = Annotated[
    DestinationCountryParameterKey | Literal["IN_TEMPLATE_ID", "IN_ENTITY_ID"],
    ListedEnum(DestinationCountryParameterKey),
]
"""A DestinationCountryParameterKey as AWS lists it; a newer value as
`DestinationCountryParameterKey(...)`.
"""


class MessageType(OpenEnum):
    """What a message is for: TRANSACTIONAL informs, PROMOTIONAL advertises."""

    TRANSACTIONAL = "TRANSACTIONAL"
    PROMOTIONAL = "PROMOTIONAL"


MessageTypeArgument = Annotated[
    MessageType | Literal["TRANSACTIONAL", "PROMOTIONAL"], ListedEnum(MessageType)
]
"""A MessageType as AWS lists it; a newer value as `MessageType(...)`."""


class NumberCapability(OpenEnum):
    """What an origination identity can carry: SMS, VOICE, MMS or RCS."""

    SMS = "SMS"
    VOICE = "VOICE"
    MMS = "MMS"
    RCS = "RCS"


NumberCapabilityArgument = Annotated[
    NumberCapability | Literal["SMS", "VOICE", "MMS", "RCS"], ListedEnum(NumberCapability)
]
"""A NumberCapability as AWS lists it; a newer value as `NumberCapability(...)`."""


class Owner(OpenEnum):
    """Whose resources are meant: your own, or those that others share with you."""

    SELF = "SELF"
    SHARED = "SHARED"


OwnerArgument = Annotated[Owner | Literal["SELF", "SHARED"], ListedEnum(Owner)]
"""A Owner as AWS lists it; a newer value as `Owner(...)`."""


class VoiceId(OpenEnum):
    """Which Amazon Polly voice speaks a message."""

    AMY = "AMY"
    ASTRID = "ASTRID"
    BIANCA = "BIANCA"
    BRIAN = "BRIAN"
    CAMILA = "CAMILA"
    CARLA = "CARLA"
    CARMEN = "CARMEN"
    CELINE = "CELINE"
    CHANTAL = "CHANTAL"
    CONCHITA = "CONCHITA"
    CRISTIANO = "CRISTIANO"
    DORA = "DORA"
    EMMA = "EMMA"
    ENRIQUE = "ENRIQUE"
    EWA = "EWA"
    FILIZ = "FILIZ"
    GERAINT = "GERAINT"
    GIORGIO = "GIORGIO"
    GWYNETH = "GWYNETH"
    HANS = "HANS"
    INES = "INES"
    IVY = "IVY"
    JACEK = "JACEK"
    JAN = "JAN"
    JOANNA = "JOANNA"
    JOEY = "JOEY"
    JUSTIN = "JUSTIN"
    KARL = "KARL"
    KENDRA = "KENDRA"
    KIMBERLY = "KIMBERLY"
    LEA = "LEA"
    LIV = "LIV"
    LOTTE = "LOTTE"
    LUCIA = "LUCIA"
    LUPE = "LUPE"
    MADS = "MADS"
    MAJA = "MAJA"
    MARLENE = "MARLENE"
    MATHIEU = "MATHIEU"
    MATTHEW = "MATTHEW"
    MAXIM = "MAXIM"
    MIA = "MIA"
    MIGUEL = "MIGUEL"
    MIZUKI = "MIZUKI"
    NAJA = "NAJA"
    NICOLE = "NICOLE"
    PENELOPE = "PENELOPE"
    RAVEENA = "RAVEENA"
    RICARDO = "RICARDO"
    RUBEN = "RUBEN"
    RUSSELL = "RUSSELL"
    SALLI = "SALLI"
    SEOYEON = "SEOYEON"
    TAKUMI = "TAKUMI"
    TATYANA = "TATYANA"
    VICKI = "VICKI"
    VITORIA = "VITORIA"
    ZEINA = "ZEINA"
    ZHIYU = "ZHIYU"


VoiceIdArgument = Annotated[
    VoiceId
    | Literal[
        "AMY",
        "ASTRID",
        "BIANCA",
        "BRIAN",
        "CAMILA",
        "CARLA",
        "CARMEN",
        "CELINE",
        "CHANTAL",
        "CONCHITA",
        "CRISTIANO",
        "DORA",
        "EMMA",
        "ENRIQUE",
        "EWA",
        "FILIZ",
        "GERAINT",
        "GIORGIO",
        "GWYNETH",
        "HANS",
        "INES",
        "IVY",
        "JACEK",
        "JAN",
        "JOANNA",
        "JOEY",
        "JUSTIN",
        "KARL",
        "KENDRA",
        "KIMBERLY",
        "LEA",
        "LIV",
        "LOTTE",
        "LUCIA",
        "LUPE",
        "MADS",
        "MAJA",
        "MARLENE",
        "MATHIEU",
        "MATTHEW",
        "MAXIM",
        "MIA",
        "MIGUEL",
        "MIZUKI",
        "NAJA",
        "NICOLE",
        "PENELOPE",
        "RAVEENA",
        "RICARDO",
        "RUBEN",
        "RUSSELL",
        "SALLI",
        "SEOYEON",
        "TAKUMI",
        "TATYANA",
        "VICKI",
        "VITORIA",
        "ZEINA",
        "ZHIYU",
    ],
    ListedEnum(VoiceId),
]
"""A VoiceId as AWS lists it; a newer value as `VoiceId(...)`."""

ClientToken = Annotated[str, Text(1, 64, r"[!-~]+")]


ConfigurationSetNameOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


ContextKey = Annotated[str, Text(1, 100, r"\S+")]


ContextValue = Annotated[str, Text(1, 800, r"\S(?:[\s\S]*\S)?")]


DestinationCountryParameterValue = Annotated[str, Text(1, 64, r"\S+")]


FilterValue = Annotated[str, Text(1, 128, r"[/\.:A-Za-z0-9+_-]+")]


IamRoleArn = Annotated[str, Text(20, 2048, r"arn:\S+")]


IsoCountryCode = Annotated[str, Text(2, 2, r"[A-Z]{2}")]


Keyword = Annotated[str, Text(1, 30, r"[ \S]+")]


MaxPrice = Annotated[str, Text(2, 8, r"[0-9]{0,2}\.[0-9]{1,5}")]


MaxResults = Annotated[int, Number(1, 100)]


MediaUrlValue = Annotated[str, Text(1, 2048, r"s3://([a-z0-9\.-]{3,63})/(.+)")]


NextToken = Annotated[str, Text(1, 1024, r".+")]


OptOutListNameOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


PhoneNumber = Annotated[str, Text(1, 20, r"\+?[1-9][0-9]{1,18}")]


PoolIdOrArn = Annotated[str, Text(0, 256, r"[A-Za-z0-9_:/-]*")]


ProtectConfigurationIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


RcsAgentIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


RegistrationAttachmentIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


RegistrationIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


RegistrationType = Annotated[str, Text(1, 64, r"[A-Za-z0-9_]+")]


RegistrationVersionNumber = Annotated[int, Number(1, 100000)]


SenderId = Annotated[str, Text(1, 11, r"[A-Za-z0-9_-]+")]


TagKey = Annotated[str, Text(1, 128, r".+")]


TagValue = Annotated[str, Text(0, 256, r".*")]


TimeToLive = Annotated[int, Number(5, 259200)]


TwoWayChannelArn = Annotated[str, Text(20, 2048, r"\S+")]


ContextMap = Annotated[Mapping[ContextKey, ContextValue], MapSize(0, 5)]


DestinationCountryParameters = Annotated[
    Mapping[DestinationCountryParameterKeyArgument, DestinationCountryParameterValue],
    MapSize(0, 10),
]

DestinationCountryParametersArgument = (
    Mapping[DestinationCountryParameterKeyArgument, str] | Mapping[str, str]
)
"""A DestinationCountryParameters with keys that AWS lists, or any mapping of text."""

FilterValueList = Annotated[Sequence[FilterValue], ListSize(1, 20)]


IsoCountryCodeList = Annotated[Sequence[IsoCountryCode], ListSize(0, 300)]


MediaUrlList = Annotated[Sequence[MediaUrlValue], ListSize(1, 1)]


class MessagingLimits(OutputModel):
    """How fast an origination identity may send, and how much in a day, by capability."""

    rate_limits: Mapping[str, int] | None = None
    """Messages per second at most, by capability: SMS, MMS, VOICE or RCS."""
    daily_message_caps: Mapping[str, int] | None = None
    """Messages per day by provider, e.g. T-MOBILE, as advice; only for 10DLC numbers with a cap."""


class Tag(SharedModel):
    """A label on a resource: a key, and a value that may be empty."""

    key: Annotated[TagKey, LenientInAnswers()]
    """Name of the tag, 1 to 128 characters, unique on its resource."""
    value: Annotated[TagValue, LenientInAnswers()]
    """Value of the tag, at most 256 characters, may be empty."""


class TagDict(TypedDict):
    """A Tag as a plain dict."""

    key: str
    value: str


class AwsTagDict(TypedDict):
    """A Tag as a plain dict in AWS's words."""

    Key: str
    Value: str


TagArgument = Tag | TagDict
"""A Tag, or a dict with its members."""

TagList = Annotated[Sequence[Tag], KeyValueList(0, 200)]

TagListArgument = Sequence[Tag | TagDict | AwsTagDict] | Mapping[str, str]
"""A TagList, or a mapping of the same content: {"team": "shop"}."""
