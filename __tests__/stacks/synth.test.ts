import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BrokenPath } from "../../modules/proof";
import { synth } from "../../modules/stacks";
import { hubFleet, layeredFleet, lostFleet } from "../support/fleet";
import { inFolder } from "../support/folder";
import { targetsOf } from "../support/targets";

const targets = targetsOf(layeredFleet());
const ids = targets.map(({ stackId }) => stackId);

test("every target's stack is written below the output folder, with a manifest that names them all", () => {
  inFolder((folder) => {
    expect(synth(targets, folder)).toMatchObject({ outdir: folder, removed: [], proof: { broken: [], proven: 3 } });
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
    expect(synth(targets.slice(1), folder)).toMatchObject({ outdir: folder, removed: [ids[0]] });
    expect(readdirSync(path.join(folder, "stacks")).sort()).toEqual([...ids.slice(1), "notes"]);
  });
});

test("what Terraform keeps in a stack's folder stays when the stack is written again", () => {
  inFolder((folder) => {
    synth(targets, folder);
    const stack = path.join(folder, "stacks", ids[0] as string);
    mkdirSync(path.join(stack, ".terraform"));
    writeFileSync(path.join(stack, ".terraform.lock.hcl"), "lock");
    writeFileSync(path.join(stack, "cdk.tf.json"), "stale");
    synth(targets, folder);
    expect(readdirSync(stack).sort()).toEqual([".terraform", ".terraform.lock.hcl", "cdk.tf.json"]);
    expect(JSON.parse(readFileSync(path.join(stack, "cdk.tf.json"), "utf8"))).toHaveProperty("resource");
  });
});

describe("where an alert would not arrive,", () => {
  const lost = targetsOf(lostFleet());
  const out = (folder: string) => path.join(folder, "out");

  test.each([
    ["whose policy leaves an account out", lost],
    ["that no stack makes", targetsOf(hubFleet()).filter(({ dependsOn }) => dependsOn.length > 0)],
  ])("at a topic %s, synth tells it and writes nothing", (_, targets) => {
    inFolder((folder) => {
      expect(() => synth(targets, out(folder))).toThrow(BrokenPath);
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test("what was written before stays as it is", () => {
    inFolder((folder) => {
      synth(targets, out(folder));
      const before = filesBelow(out(folder));
      expect(() => synth(lost, out(folder))).toThrow(BrokenPath);
      expect(readdirSync(folder)).toEqual(["out"]);
      expect(filesBelow(out(folder))).toEqual(before);
    });
  });
});

test("synth leaves nothing beside the output folder, also where it is a link", () => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, "real"));
    symlinkSync("real", path.join(folder, "link"));
    synth(targets, path.join(folder, "link"));
    expect(readdirSync(folder).sort()).toEqual(["link", "real"]);
    expect(readdirSync(path.join(folder, "real", "stacks")).sort()).toEqual(ids);
  });
});

test("synth to HCL is proven too", () => {
  inFolder((folder) => {
    process.env.SYNTH_HCL_OUTPUT = "true";
    try {
      expect(synth(targets, folder).proof).toEqual({ broken: [], unproven: [], proven: 3 });
    } finally {
      delete process.env.SYNTH_HCL_OUTPUT;
    }
    expect(readdirSync(path.join(folder, "stacks", ids[0] as string)).sort()).toEqual(["cdk.tf", "metadata.json"]);
  });
});

const filesBelow = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [path.join(parentPath, name), readFileSync(path.join(parentPath, name), "utf8")]),
  );
