"""Writing a table to a Parquet, Arrow or CSV file, whole or not at all."""

import csv
import json
import os
import tempfile
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import batched  # placeholder
