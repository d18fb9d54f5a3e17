#!/usr/bin/env node
// The `keywatch` command; TypeScript is compiled on the way and cached.
require("./typescript");
require("../modules/cli/main.ts");
