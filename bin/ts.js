#!/usr/bin/env node
// Runs a TypeScript program of this project: `node bin/ts.js main.ts [arguments]`.
const path = require("node:path");
const { createJiti } = require("jiti");

const [program, ...rest] = process.argv.slice(2);
process.argv.splice(1, Infinity, path.resolve(program), ...rest);
createJiti(__filename)(process.argv[1]);
