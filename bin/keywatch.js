#!/usr/bin/env node
// The `keywatch` command; TypeScript is compiled on the way and cached.
const { createJiti } = require("jiti");

createJiti(__filename)("../modules/cli/main.ts");
