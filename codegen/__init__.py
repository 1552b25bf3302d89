"""Writes the generated and mirrored folders of smsvoice, from botocore's model and our tables.

python -m codegen            write them
python -m codegen --check    tell what differs; exit 1 if anything does
python -m codegen --report FILE
                             tell what another service model adds, removes and changes
"""
