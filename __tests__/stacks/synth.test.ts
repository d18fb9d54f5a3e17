import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { synth } from "../../modules/stacks";
import { layeredFleet } from "../support/fleet";
import { inFolder } from "../support/folder";
import { targetsOf } from "../support/targets";

const targets = targetsOf(layeredFleet());
const ids = targets.map(({ stackId }) => stackId);

test("every target's stack is written below the output folder, with a manifest that names them all", () => {
  inFolder((folder) => {
    expect(synth(targets, folder)).toEqual({ outdir: folder, removed: [] });
    expect(readdirSync(path.join(folder, "stacks")).sort()).toEqual(ids);
    const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
    expect(Object.keys(manifest.stacks).sort()).toEqual(ids);
    for (const id of ids) {
      expect(existsSync(path.join(folder, manifest.stacks[id].synthesizedStackPath))).toBe(true);
      expect(manifest.stacks[id].dependencies).toEqual([]);
    }
  });
});

test("a stack that is not in the fleet any more is removed; folders of others are left alone", () => {
  inFolder((folder) => {
    synth(targets, folder);
    const other = path.join(folder, "stacks", "notes");
    mkdirSync(other);
    expect(synth(targets.slice(1), folder)).toEqual({ outdir: folder, removed: [ids[0]] });
    expect(readdirSync(path.join(folder, "stacks")).sort()).toEqual([...ids.slice(1), "notes"]);
  });
});
