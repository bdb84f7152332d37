"""Fills a hub with the sample shop."""

import secrets
from pathlib import Path
from time import time

import click
import sqlalchemy as sa

from storedesk.connectors.sample_shop import SampleShop, Size, build_sample_shop
from storedesk.protocol.wire import Cursor
from storedesk.storage.hub_rows import Tag, load_rows
