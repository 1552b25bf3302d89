"""Where AWS differs from the emulator's inferred answers: `python -m smsvoice.emulator.verify`.

Small probes ask a real account and a fresh emulator the same things. They send nothing, cost
nothing, and remove what they make.
"""
