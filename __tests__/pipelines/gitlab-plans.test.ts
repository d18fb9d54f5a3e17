import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { inFolderAsync } from "../support/folder";
import { describeNeeding } from "../support/needing";
import type { Ended } from "../support/process";
import { missingOf } from "../support/programs";
import { newRepository, type Repository, script } from "./script";

const TOKEN = "of-the-job";

/** What a registry of packages answers that knows this token and holds these files, by path. */
async function answerOf(request: IncomingMessage, kept: Map<string, string>): Promise<readonly [number, string]> {
  const { method, url = "", headers } = request;
  if (headers["job-token"] !== TOKEN) return [403, "forbidden"];
  if (method === "PUT") kept.set(url, await text(request));
  return method === "PUT" ? [201, "created"] : [kept.has(url) ? 200 : 404, kept.get(url) ?? "not found"];
}

interface Job {
  readonly repository: Repository;
  readonly plans: string;
  /** What the registry holds. */
  readonly kept: Map<string, string>;
  run(...args: readonly string[]): Promise<Ended>;
}

/** A job of GitLab, with the repository that it works on and a registry. */
const inJob = <T>(token: string, use: (job: Job) => Promise<T>): Promise<T> =>
  inFolderAsync(async (folder) => {
    const kept = new Map<string, string>();
    const server = createServer(async (request, response) => {
      const [status, body] = await answerOf(request, kept);
      response.writeHead(status).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const [clone, plans] = [path.join(folder, "clone"), path.join(folder, "plans")];
    mkdirSync(clone);
    const env = {
      CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`,
      CI_PROJECT_ID: "5",
      CI_JOB_TOKEN: token,
      KEYWATCH_PLANS: plans,
    };
    try {
      const run: Job["run"] = (...args) => script("gitlab-plans.sh", args, { cwd: clone, env });
      return await use({ repository: newRepository(clone), plans, kept, run });
    } finally {
      server.close();
    }
  });

describeNeeding("gitlab-plans.sh", missingOf("git", "curl"), () => {
  test("keeps plans under the id of what was planned, and fetches them when the same content is applied", async () => {
    await inJob(TOKEN, async ({ repository, plans, kept, run }) => {
      const planned = repository.commit({ config: "1" });
      mkdirSync(plans);
      for (const stack of ["a", "b"]) writeFileSync(path.join(plans, `${stack}.txt`), `plan of ${stack}\n`);
      expect(await run("keep", "a", "b")).toMatchObject({ code: 0, out: "" });
      const folder = `/api/v4/projects/5/packages/generic/keywatch-plans/${repository.tree(planned)}`;
      expect(Object.fromEntries(kept)).toEqual({
        [`${folder}/a.txt`]: "plan of a\n",
        [`${folder}/b.txt`]: "plan of b\n",
      });

      writeFileSync(path.join(plans, "a.txt"), "something else");
      repository.git("commit", "-q", "--allow-empty", "-m", "a merge of the same content");
      expect(await run("fetch", "a", "b")).toMatchObject({ code: 0, out: "" });
      expect(readFileSync(path.join(plans, "a.txt"), "utf8")).toBe("plan of a\n");
    });
  });

  test("leaves no plan where none was kept for this content: the apply says that nobody has reviewed it", async () => {
    await inJob(TOKEN, async ({ repository, plans, run }) => {
      repository.commit({ config: "1" });
      mkdirSync(plans);
      writeFileSync(path.join(plans, "a.txt"), "of an earlier job");
      expect(await run("fetch", "a")).toMatchObject({ code: 0 });
      expect(existsSync(path.join(plans, "a.txt"))).toBe(false);
    });
  });

  test.each(["keep", "fetch"])(
    "fails where the registry refuses to %s, and leaves nothing that looks like a plan",
    async (action) => {
      await inJob("of-somebody-else", async ({ repository, plans, kept, run }) => {
        repository.commit({ config: "1" });
        mkdirSync(plans);
        if (action === "keep") writeFileSync(path.join(plans, "a.txt"), "plan of a\n");
        const { code, err } = await run(action, "a");
        expect(code).not.toBe(0);
        expect(err).toContain("403");
        expect([kept.size, existsSync(path.join(plans, "a.txt"))]).toEqual([0, action === "keep"]);
      });
    },
  );
});
