"""Runs a command at a terminal of its own: `at_terminal.py STEPS COMMAND ARGUMENT...`.

STEPS is a JSON list of [TEXT, KEYS]: KEYS are typed once TEXT was shown. What is shown goes to standard output, and the
command's exit code is this one's; it is 128 and the signal's number where one ended it, as a shell has it.
"""

import fcntl
import json
import os
import pty
import struct
import sys
import termios

steps = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    rows_and_columns = struct.pack("HHHH", 40, 160, 0, 0)
    fcntl.ioctl(0, termios.TIOCSWINSZ, rows_and_columns)
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
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
