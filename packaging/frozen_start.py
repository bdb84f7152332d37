"""Where the frozen program begins."""

import multiprocessing

from storedesk.__main__ import main

multiprocessing.freeze_support()
main()
