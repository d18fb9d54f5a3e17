#!/usr/bin/env bash
# try-cdktn.sh [OPTION...]
#
# Tries the move to CDK Terrain (cdktn), which carries CDKTF on, on a copy of this project: install, types, the stacks of
# every example, and the unit tests that reach the library. The options are Jest's. Nothing here is changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cdktn=0.24.0
constructs=10.6.0
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

git ls-files -z | xargs -0 cp --parents -t "$copy"
cd "$copy"
npm install --ignore-scripts --prefer-offline --no-audit --no-fund --save-exact "cdktf@npm:cdktn@$cdktn" "constructs@$constructs"
npm run typecheck

cp -r examples golden-before
npm run golden
# The same stacks, but for the version that the library notes in them and how it writes an empty object.
node - <<'SCRIPT'
const { deepStrictEqual } = require("node:assert");
const { execSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const files = execSync("find examples -path '*/golden/*.json'", { encoding: "utf8" }).trim().split("\n");
const stack = (file) => {
  const read = JSON.parse(readFileSync(file, "utf8"));
  delete read["//"].metadata.version;
  return read;
};
for (const file of files) deepStrictEqual(stack(file), stack(file.replace("examples", "golden-before")), file);
console.log(`${files.length} stacks are the same under cdktn.`);
SCRIPT
rm -r golden-before

# Jest follows the imports: what reaches no module that imports the library cannot tell one from the other.
mapfile -t users < <(grep -rlE '"(cdktf|constructs)"|@cdktf/' modules main.ts)
npx jest --selectProjects unit --findRelatedTests "${users[@]}" __tests__/main.test.ts "$@"
