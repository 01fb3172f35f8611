#!/usr/bin/env bash
# make bench: every number the docs quote, with the machine and the spread beside it. Exit 1 when a target of the issue is missed.
exec python3 "$(dirname "$0")/bench.py" "$1"
