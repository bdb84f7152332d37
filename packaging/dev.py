"""The one command of a checkout: demo, test, check, bench, soak, shots, package (standard library only)."""

# This file is read by whatever Python is found, so it is plain enough for any Python 3 to say what is wrong.
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for those who start it with an older Python
    sys.stderr.write(
        "StoreDesk needs Python 3.11 or newer, and this is Python " + sys.version.split()[0] + ": "
        "start it with a newer one, for example: python3.11 packaging/dev.py test\n"
    )
    sys.exit(2)

from dev_commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
