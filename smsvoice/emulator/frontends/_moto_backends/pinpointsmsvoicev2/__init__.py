"""The backend as moto looks it up: `moto.pinpointsmsvoicev2`."""

from .models import pinpointsmsvoicev2_backends as pinpointsmsvoicev2_backends
