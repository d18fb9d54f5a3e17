import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { json } from "node:stream/consumers";
import { promisify } from "node:util";
import { inFolderAsync } from "../support/folder";

const SCRIPT = path.resolve("pipelines/scripts/comment.js");

/** A forge that has these comments, and what was asked of it beyond reading them. */
async function withForge<T>(
  comments: readonly object[],
  use: (url: string, asked: string[][]) => Promise<T>,
): Promise<T> {
  const asked: string[][] = [];
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const url = new URL(request.url ?? "", "http://forge");
    if (url.pathname === "/user") return { username: "project_5_bot" };
    if (request.method === "GET") {
      const page = Number(url.searchParams.get("page"));
      return comments.slice((page - 1) * 100, page * 100);
    }
    const { body } = (await json(request)) as { body: string };
    asked.push([`${request.method} ${url.pathname}`, body]);
    return {};
  };
  const server: Server = createServer(async (request, response) => response.end(JSON.stringify(await answer(request))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.close();
  }
}

const forges = {
  GitHub: {
    env: (url: string) => ({
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: "acme/keywatch",
      PULL_REQUEST: "7",
      GH_TOKEN: "t",
    }),
    create: "POST /repos/acme/keywatch/issues/7/comments",
    update: "PATCH /repos/acme/keywatch/issues/comments/42",
    by: (login: string) => ({ user: { login } }),
    self: "github-actions[bot]",
  },
  GitLab: {
    env: (url: string) => ({
      GITLAB_CI: "true",
      CI_API_V4_URL: url,
      CI_PROJECT_ID: "5",
      CI_MERGE_REQUEST_IID: "7",
      KEYWATCH_GITLAB_TOKEN: "t",
    }),
    create: "POST /projects/5/merge_requests/7/notes",
    update: "PUT /projects/5/merge_requests/7/notes/42",
    by: (username: string) => ({ author: { username } }),
    self: "project_5_bot",
  },
};

/** What the script asks for plans of these texts. */
const commented = (forge: keyof typeof forges, comments: readonly object[], plans: Readonly<Record<string, string>>) =>
  inFolderAsync((folder) =>
    withForge(comments, async (url, asked) => {
      for (const [stack, text] of Object.entries(plans)) writeFileSync(path.join(folder, `${stack}.txt`), text);
      const env = { PATH: process.env.PATH, KEYWATCH_PLANS: folder, ...forges[forge].env(url) };
      await promisify(execFile)(process.execPath, [SCRIPT, "a", "b", "c"], { env });
      return asked;
    }),
  );

const plan = "Terraform will perform the following actions:\n\nPlan: 5 to add, 0 to change, 0 to destroy.\n";

describe.each(["GitHub", "GitLab"] as const)("on %s", (forge) => {
  const { by, self } = forges[forge];
  const others = Array.from({ length: 100 }, (_, id) => ({ id, body: "Looks good.", ...by("mallory") }));

  test("a stack gets one comment with its plan, one that would not change none, one that failed says so", async () => {
    expect(await commented(forge, [], { a: plan, b: "No changes.\n" })).toEqual([
      [
        forges[forge].create,
        `<!-- keywatch a -->\n**a**: Plan: 5 to add, 0 to change, 0 to destroy.\n\n<details><summary>Plan</summary>\n\n~~~~~~~~text\n${plan}\n~~~~~~~~\n\n</details>`,
      ],
      [forges[forge].create, "<!-- keywatch c -->\n**c** could not be planned. The run says why."],
    ]);
  });

  test("a comment that is there is brought up to date, on whatever page it stands", async () => {
    const comments = [...others, { id: 42, body: "<!-- keywatch b -->\nold", ...by(self) }];
    expect(await commented(forge, comments, { a: "No changes.\n", b: "No changes.\n", c: "No changes.\n" })).toEqual([
      [forges[forge].update, "<!-- keywatch b -->\n**b** would not change."],
    ]);
  });

  test("a comment that somebody else made to look like one is left alone", async () => {
    const comments = [{ id: 42, body: "<!-- keywatch a -->\n**a** would not change.", ...by("mallory") }];
    const asked = await commented(forge, comments, { a: plan, b: "No changes.\n", c: "No changes.\n" });
    expect(asked.map(([call]) => call)).toEqual([forges[forge].create]);
  });
});

test("a long plan is cut, and cannot leave its fence", async () => {
  const [[, body = ""] = []] = await commented("GitHub", [], {
    a: `~~~~~~~~\n<img>\n${"x".repeat(100_000)}`,
    b: "No changes.\n",
    c: "No changes.\n",
  });
  expect(body.length).toBeLessThan(65_536);
  expect(body.match(/~{8}/g)).toHaveLength(2);
  expect(body).toContain("... cut here; the plans of the run are whole.");
});
