"""Runs a Python module (`serve.py MODULE ARGUMENT...`) until standard input closes.

The pipe on standard input breaks when the test run ends, however it ends, so no server outlives it.
"""

import os
import runpy
import sys
import threading


def leave_with_the_test_run() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=leave_with_the_test_run, daemon=True).start()
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
