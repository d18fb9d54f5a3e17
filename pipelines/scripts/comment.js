#!/usr/bin/env node
// comment.js STACK...
//
// Keeps one comment a stack on a pull or merge request: the plans of plan.sh. A stack that would not change gets none, but one that is
// there already is brought up to date. Comments of others that look the same are left alone: their authors could change them afterwards.
// On GitHub it needs GH_TOKEN and PULL_REQUEST; on GitLab KEYWATCH_GITLAB_TOKEN, a project access token with the scope `api`.
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const { env } = process;
const PLANS = env.KEYWATCH_PLANS ?? "plans";
/** GitHub takes comments of 65,536 characters. */
const MOST = 60_000;
const PAGE = 100;
const FENCE = "~~~~~~~~";

const forge = env.GITLAB_CI
  ? {
      comments: `${env.CI_API_V4_URL}/projects/${env.CI_PROJECT_ID}/merge_requests/${env.CI_MERGE_REQUEST_IID}/notes`,
      comment(id) {
        return `${this.comments}/${id}`;
      },
      update: "PUT",
      self: async () => (await ask("GET", `${env.CI_API_V4_URL}/user`)).username,
      authorOf: ({ author }) => author.username,
      headers: { "private-token": env.KEYWATCH_GITLAB_TOKEN },
    }
  : {
      comments: `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues/${env.PULL_REQUEST}/comments`,
      comment: (id) => `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues/comments/${id}`,
      update: "PATCH",
      self: async () => "github-actions[bot]",
      authorOf: ({ user }) => user?.login,
      headers: { authorization: `Bearer ${env.GH_TOKEN}`, accept: "application/vnd.github+json" },
    };

async function ask(method, url, body) {
  const headers = { ...forge.headers, "content-type": "application/json" };
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify({ body }) });
  if (!answer.ok) throw new Error(`${method} ${url} was answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function existing(page = 1) {
  const found = await ask("GET", `${forge.comments}?per_page=${PAGE}&page=${page}`);
  return found.length < PAGE ? found : [...found, ...(await existing(page + 1))];
}

const marker = (stack) => `<!-- keywatch ${stack} -->`;

function bodyOf(stack, plan) {
  if (plan === undefined) return `${marker(stack)}\n**${stack}** could not be planned. The run says why.`;
  if (isEmpty(plan)) return `${marker(stack)}\n**${stack}** would not change.`;
  const cut = plan.length > MOST ? "\n... cut here; the plans of the run are whole." : "";
  const summary = /^Plan: .*$/m.exec(plan)?.[0] ?? "Outputs change.";
  return [
    marker(stack),
    `**${stack}**: ${summary}`,
    "",
    "<details><summary>Plan</summary>",
    "",
    `${FENCE}text`,
    `${plan.slice(0, MOST).replaceAll(FENCE, "")}${cut}`,
    FENCE,
    "",
    "</details>",
  ].join("\n");
}

const isEmpty = (plan) => plan.startsWith("No changes.");

async function main(stacks) {
  const self = await forge.self();
  const comments = (await existing()).filter((comment) => forge.authorOf(comment) === self);
  for (const stack of stacks) {
    const file = join(PLANS, `${stack}.txt`);
    const plan = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    const earlier = comments.find(({ body }) => body.startsWith(marker(stack)));
    if (earlier) await ask(forge.update, forge.comment(earlier.id), bodyOf(stack, plan));
    else if (plan === undefined || !isEmpty(plan)) await ask("POST", forge.comments, bodyOf(stack, plan));
  }
}

main(process.argv.slice(2)).catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
