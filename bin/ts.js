#!/usr/bin/env node
// Runs a TypeScript program of this project: `node bin/ts.js main.ts [arguments]`.
require("./typescript");
const path = require("node:path");

const [program, ...rest] = process.argv.slice(2);
process.argv.splice(1, Infinity, path.resolve(program), ...rest);
require(process.argv[1]);
