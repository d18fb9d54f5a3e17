"""Runs a command at a terminal of its own: `at_terminal.py STEPS COMMAND ARGUMENT...`.

STEPS is a JSON list of [TEXT, KEYS]: KEYS are typed once TEXT was shown. What is shown goes to standard output, and the
command's exit code is this one's.
"""

import json
import os
import pty
import sys

steps = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

seen = ""
while True:
    try:
        shown = os.read(terminal, 65536).decode(errors="replace")
    except OSError:
        break
    if not shown:
        break
    sys.stdout.write(shown)
    seen += shown
    if steps and steps[0][0] in seen:
        seen = ""
        os.write(terminal, steps.pop(0)[1].encode())

_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status))
