"""How the emulator is reached: in this process by boto3; over HTTP; by pytest; through moto."""
