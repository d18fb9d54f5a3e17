// Lets `require` take TypeScript: Node finds the modules, jiti compiles them and keeps what it compiled.
// jiti finds them too, but tries several ways for each import, which takes longer than all that they do.
const { readFileSync } = require("node:fs");
const path = require("node:path");
require("node:module").enableCompileCache?.(); // from Node 22 on
const { createJiti } = require("jiti");

// jiti's own choice, the system's folder for temporary files, is open to every user of the machine.
const jiti = createJiti(__filename, { fsCache: path.join(__dirname, "../node_modules/.cache/jiti") });

// What jiti makes of `import()`.
const PRELUDE = '"use strict"; const jitiImport = async (id) => require(id); ';

require.extensions[".ts"] = (module, filename) => {
  const source = readFileSync(filename, "utf8");
  module._compile(PRELUDE + jiti.transform({ source, filename, ts: true, interopDefault: true }), filename);
};
