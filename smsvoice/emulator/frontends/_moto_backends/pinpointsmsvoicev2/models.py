"""One emulator for each account and region that moto knows, made when it is first used."""

from functools import cached_property

from moto.core.base_backend import BackendDict, BaseBackend

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.frontends.in_process import SERVICE


class PinpointSMSVoiceV2Backend(BaseBackend):
    """An emulator, with moto's life: reset when a mock begins."""

    @cached_property
    def emulator(self) -> Emulator:
        """The emulator of this account and region."""
        return Emulator(settings=Settings(account_id=self.account_id, region=self.region_name))


pinpointsmsvoicev2_backends: BackendDict[PinpointSMSVoiceV2Backend] = BackendDict(
    PinpointSMSVoiceV2Backend, SERVICE
)
