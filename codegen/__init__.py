"""Writes the generated and mirrored folders of smsvoice, from botocore's model and our tables.

python -m codegen            write them
python -m codegen --check    print what differs; exit 1 if anything does
python -m codegen --report FOLDER [FOLDER]
                             print what another service model adds, removes and changes
python -m codegen --scaffold CreatePool
                             print a handler for the emulator and a test, to be filled in
"""
