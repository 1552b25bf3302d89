"""The text that is sent and the phone numbers that are listed, the same for every library."""

from typing import Any, Final

ITEMS_A_PAGE, PAGES = 100, 100
ALL = ITEMS_A_PAGE * PAGES
REGION = "us-east-1"
SERVICE: Final = "pinpoint-sms-voice-v2"
TEXT = {
    "DestinationPhoneNumber": "+12065550142",
    "MessageBody": "Your table is ready",
    "OriginationIdentity": "pool-1",
    "MessageType": "TRANSACTIONAL",
}
KEYWORDS: Any = {
    "destination_phone_number": TEXT["DestinationPhoneNumber"],
    "message_body": TEXT["MessageBody"],
    "origination_identity": TEXT["OriginationIdentity"],
    "message_type": TEXT["MessageType"],
}


def number(index: int) -> dict[str, Any]:
    """A phone number with the members that AWS returns for an ordinary one."""
    key = f"phone-{index:032x}"
    return {
        "PhoneNumberArn": f"arn:aws:sms-voice:us-east-1:123456789012:phone-number/{key}",
        "PhoneNumberId": key,
        "PhoneNumber": f"+1206555{index % 10_000:04}",
        "Status": "ACTIVE",
        "IsoCountryCode": "US",
        "MessageType": "TRANSACTIONAL",
        "NumberCapabilities": ["SMS", "VOICE", "MMS"],
        "NumberType": "TEN_DLC",
        "MonthlyLeasingPrice": "1.00",
        "TwoWayEnabled": True,
        "TwoWayChannelArn": "arn:aws:sns:us-east-1:123456789012:inbound",
        "TwoWayChannelRole": "arn:aws:iam::123456789012:role/inbound",
        "SelfManagedOptOutsEnabled": False,
        "OptOutListName": "Default",
        "InternationalSendingEnabled": False,
        "DeletionProtectionEnabled": True,
        "PoolId": f"pool-{index % 25:032x}",
        "RegistrationId": f"registration-{index % 25:032x}",
        "CreatedTimestamp": 1_700_000_000.123 + index,
    }
