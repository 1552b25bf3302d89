"""What tests begin with: identities, registrations, events, whole accounts.

Modules here make things with a raw boto3 client or in the emulator's state; those in `aio` with our
asynchronous objects, and `sync` is mirrored from them.
"""
