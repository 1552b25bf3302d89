"""Certificates are SNS's: from its host, valid now, issued to it, and fetched once."""

import json
from datetime import timedelta

import pytest

from smsvoice.errors import RequestError
from smsvoice.events import SnsRefusedError, SnsVerifier
from tests.events.sns_posts import (
    AUTHORITY,
    HOST,
    NOW,
    TOPIC,
    URL,
    Authority,
    Sns,
    pem_of,
    reason_of,
    verifier,
)

IN_CHINA = "arn:aws-cn:sns:cn-north-1:123456789012:receipts"
IN_GOVCLOUD = "arn:aws-us-gov:sns:us-gov-west-1:123456789012:receipts"
IN_EUROPE = "arn:aws-eusc:sns:eusc-de-east-1:123456789012:receipts"


def test_text_and_bytes_are_taken_and_certificates_fetched_once(sns: Sns) -> None:
    door = verifier(sns)

    for number in range(5):
        body = sns.post(MessageId=f"id-{number}")
        assert door.verify(body if number % 2 else body.decode()).events

    assert sns.fetched.count(URL) == 1


def test_made_up_certificates_are_fetched_a_few_times_only(sns: Sns) -> None:
    """A genuine one that is known already still serves."""
    door = verifier(sns)
    door.verify(sns.post())
    before = len(sns.fetched)
    for number in range(40):
        url = f"https://{HOST}/SimpleNotificationService-{number:x}.pem"
        with pytest.raises(SnsRefusedError) as refused:
            door.verify(sns.post(MessageId=f"id-{number}", SigningCertURL=url))
        assert refused.value.status_code == 503

    assert len(sns.fetched) - before == 10
    assert door.verify(sns.post(MessageId="another")).events


@pytest.mark.parametrize("more", [{"SignatureVersion": "9"}, {"Timestamp": "2001-01-01T00:00:00Z"}])
def test_what_is_refused_anyway_fetches_nothing(sns: Sns, more: dict[str, str]) -> None:
    found = json.loads(sns.post()) | more
    with pytest.raises(SnsRefusedError):
        verifier(sns).verify(json.dumps(found))
    assert sns.fetched == []


HOSTS = [
    "http://sns.eu-west-1.amazonaws.com/a.pem",
    "https://sns.us-east-1.amazonaws.com/a.pem",
    "https://sns.eu-west-1.amazonaws.com.cn/a.pem",
    "https://sns.eu-west-1.amazonaws.com.example.com/a.pem",
    "https://sns.eu-west-1.amazonaws.com@example.com/a.pem",
    "https://example.com/sns.eu-west-1.amazonaws.com/a.pem",
    "https://sns.s3-eu-west-1.amazonaws.com/a.pem",
    "https://sns-eu-west-1.amazonaws.com/a.pem",
    "https://xsns.eu-west-1.amazonaws.com/a.pem",
    "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
    "https://sns.eu-west-1.amazonaws.com\\@example.com/a.pem",
    "https://sns.eu-west-1.amazonaws.com/a.pem?x=.pem",
    "https://sns.eu-west-1.amazonaws.com/a.txt",
    f"{URL}#1",
    URL.replace("sns.", "SNS."),
    URL.replace(".com/", ".com:443/"),
    URL.replace(".com/", ".com//"),
    f"{URL};x",
    "https://[::1/a.pem",
    "file:///a.pem",
    "",
]


@pytest.mark.parametrize("url", HOSTS)
def test_a_certificate_from_elsewhere_is_not_fetched(sns: Sns, url: str) -> None:
    sns.files[url] = sns.files[URL]

    assert reason_of(sns, sns.post(SigningCertURL=url)) == "CERTIFICATE_URL"
    assert sns.fetched == []


@pytest.mark.parametrize(
    ("topic", "host", "name"),
    [
        (IN_CHINA, "sns.cn-north-1.amazonaws.com.cn", "sns-cn-north-1.amazonaws.com.cn"),
        (IN_GOVCLOUD, "sns.us-gov-west-1.amazonaws.com", "sns-us-gov-west-1.amazonaws.com"),
        (IN_EUROPE, "sns.eusc-de-east-1.amazonaws.eu", "sns.amazonaws.eu"),
        (TOPIC, HOST, "sns-signing.eu-west-1.amazonaws.com"),
    ],
)
def test_every_partition_has_hosts_of_its_own(sns: Sns, topic: str, host: str, name: str) -> None:
    url = f"https://{host}/SimpleNotificationService-1.pem"
    sns.files[url] = pem_of(AUTHORITY.issue(sns.key, name))
    body = sns.post(TopicArn=topic, SigningCertURL=url)

    assert verifier(sns, [topic, TOPIC]).verify(body).topic_arn == topic


def test_a_certificate_must_be_valid_now(sns: Sns) -> None:
    late = NOW + timedelta(days=31)
    body = sns.post(Timestamp=f"{late:%Y-%m-%dT%H:%M:%S}.000Z")

    assert reason_of(sns, body, now=lambda: late) == "CERTIFICATE_EXPIRED"


def test_a_kept_certificate_is_not_used_beyond_its_time(sns: Sns) -> None:
    moment = [NOW]
    door = verifier(sns, now=lambda: moment[0])
    assert door.verify(sns.post()).events

    moment[0] = NOW + timedelta(days=31)
    with pytest.raises(SnsRefusedError, match="CERTIFICATE_EXPIRED"):
        door.verify(sns.post(MessageId="2", Timestamp=f"{moment[0]:%Y-%m-%dT%H:%M:%S}.000Z"))


def test_a_certificate_must_be_issued_by_an_authority(sns: Sns) -> None:
    other = Authority()
    sns.files[URL] = pem_of(other.issue(sns.key), other.issuer, other.root)

    assert reason_of(sns, sns.post()) == "CERTIFICATE_NOT_TRUSTED"


@pytest.mark.parametrize(
    "name", ["example.com", "sns.example.com", "bsns.amazonaws.com", "amazonaws.com"]
)
def test_a_certificate_must_be_for_sns(sns: Sns, name: str) -> None:
    sns.files[URL] = pem_of(AUTHORITY.issue(sns.key, name))

    assert reason_of(sns, sns.post()) == "CERTIFICATE_NOT_TRUSTED"


def test_the_issuer_may_stand_in_the_file(sns: Sns) -> None:
    sns.files = {URL: pem_of(sns.certificate, AUTHORITY.issuer)}

    assert verifier(sns).verify(sns.post()).events
    assert sns.fetched == [URL]


def test_the_issuer_is_fetched_from_amazon_only(sns: Sns) -> None:
    elsewhere = "http://crt.amazontrust.com.example.com/issuer.cer"
    sns.files[URL] = pem_of(AUTHORITY.issue(sns.key, issuer_url=elsewhere))

    assert reason_of(sns, sns.post()) == "CERTIFICATE_NOT_TRUSTED"
    assert sns.fetched == [URL]


@pytest.mark.parametrize("content", [b"", b"no certificate", None])
def test_a_certificate_must_be_readable(sns: Sns, content: bytes | None) -> None:
    del sns.files[URL]
    if content is not None:
        sns.files[URL] = content

    with pytest.raises(SnsRefusedError) as refused:
        verifier(sns).verify(sns.post())
    assert (refused.value.reason, refused.value.status_code) == ("CERTIFICATE_UNREADABLE", 503)


def test_a_given_certificate_must_be_one() -> None:
    with pytest.raises(RequestError, match="certificate: "):
        SnsVerifier(TOPIC, certificate="nonsense")
