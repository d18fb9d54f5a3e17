import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parallelismFor } from "../../../modules/cli/deploy/parallelism";
import { sharedProviders, withPluginCache } from "../../../modules/cli/deploy/providers";
import { inFolder, inFolderAsync } from "../../support/folder";

/** Initializes so many stacks together; those of `broken` fail. Tells how many were at it at each start. */
const initialized = (stacks: number, broken: readonly number[]) =>
  inFolderAsync(async (folder) => {
    const init = sharedProviders();
    let atWork = 0;
    const ran = await Promise.all(
      Array.from({ length: stacks }, (_, index) => {
        const lockFile = path.join(folder, `${index}.hcl`);
        return init(lockFile, async () => {
          atWork += 1;
          const started = { at: atWork, lock: existsSync(lockFile) ? readFileSync(lockFile, "utf8") : undefined };
          await new Promise((resolve) => setTimeout(resolve, 5));
          const ok = !broken.includes(index);
          if (ok && !started.lock) writeFileSync(lockFile, `chosen by ${index}`);
          atWork -= 1;
          return { ok, ...started };
        });
      }),
    );
    return ran;
  });

test("one stack fills the cache alone; the others follow with its choice, side by side", async () => {
  const [first, ...others] = await initialized(4, []);
  expect(first).toEqual({ ok: true, at: 1, lock: undefined });
  expect(others.map(({ lock }) => lock)).toEqual(["chosen by 0", "chosen by 0", "chosen by 0"]);
});

test("where the first fails, the next one tries alone", async () => {
  expect((await initialized(3, [0])).map(({ lock }) => lock)).toEqual([undefined, undefined, "chosen by 1"]);
  expect((await initialized(3, [0, 1, 2])).map(({ at }) => at)).toEqual([1, 1, 1]);
});

test("the cache is the environment's own, or a folder that is made for it", () =>
  inFolder((folder) => {
    const cache = path.join(folder, "plugins");
    expect(withPluginCache({ TF_PLUGIN_CACHE_DIR: cache })).toEqual({ TF_PLUGIN_CACHE_DIR: cache });
    expect(existsSync(cache)).toBe(true);
    expect(withPluginCache({ CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1" })).toEqual({ CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1" });
  }));

afterEach(() => {
  jest.restoreAllMocks();
});

test("an empty variable names no cache", () =>
  inFolder((folder) => {
    jest.spyOn(os, "homedir").mockReturnValue(folder);
    const cache = path.join(folder, ".terraform.d", "plugin-cache");
    expect(withPluginCache({ TF_PLUGIN_CACHE_DIR: "" })).toEqual({ TF_PLUGIN_CACHE_DIR: cache });
    expect(existsSync(cache)).toBe(true);
  }));

test.each([
  [2, 24, 2],
  [16, 24, 16],
  [64, 24, 39],
  [8, 1, 1],
  [8, 0.2, 1],
])("%i processors and %d GiB bear %i stacks", (processors, gib, stacks) => {
  expect(parallelismFor(processors, gib * 2 ** 30)).toBe(stacks);
});
