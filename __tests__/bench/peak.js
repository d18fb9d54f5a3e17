// Loaded before a measured program: tells the largest memory of the process, in KiB, on file descriptor 3.
const { writeSync } = require("node:fs");

process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
