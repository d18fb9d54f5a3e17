import { readMessages } from "../../../modules/cli/deploy/messages";

const said = (...messages: readonly object[]) =>
  readMessages(messages.map((message) => JSON.stringify(message)).join("\n"));
const none = { added: 0, changed: 0, destroyed: 0, imported: 0 };
const planned = { type: "planned_change", change: { resource: { addr: "aws_sns_topic.alerts" }, action: "create" } };
const outputs = (action: string) => ({ type: "outputs", outputs: { topic_name: { sensitive: false, action } } });
const summary = (operation: string) => ({
  type: "change_summary",
  changes: { add: 2, change: 1, import: 1, remove: 3, operation },
});
const counted = { added: 2, changed: 1, destroyed: 3, imported: 1 };
const complete = (action: string) => ({ type: "apply_complete", hook: { action } });

test("a plan that finds nothing plans nothing", () => {
  const empty = { type: "change_summary", changes: { add: 0, change: 0, import: 0, remove: 0, operation: "plan" } };
  expect(said(empty, outputs("noop"))).toEqual({ planned: undefined, made: none, errors: [] });
});

test("a plan tells its numbers, and has made nothing", () => {
  expect(said(planned, summary("plan"))).toEqual({ planned: counted, made: none, errors: [] });
});

test("a plan that changes outputs alone is one", () => {
  expect(said(outputs("update")).planned).toEqual(none);
});

test("an apply that went well tells its numbers", () => {
  expect(said(planned, summary("plan"), complete("create"), summary("apply"))).toMatchObject({ made: counted });
});

test("an apply that failed is counted by what it completed, not by what it had planned", () => {
  const error = { type: "diagnostic", diagnostic: { severity: "error", summary: "no", detail: "", address: "a.b" } };
  const warning = { type: "diagnostic", diagnostic: { severity: "warning", summary: "hm", detail: "" } };
  expect(
    said(planned, summary("plan"), complete("create"), complete("update"), complete("delete"), warning, error),
  ).toEqual({
    planned: counted,
    made: { added: 1, changed: 1, destroyed: 1, imported: 0 },
    errors: [{ summary: "no", detail: "", address: "a.b" }],
  });
});

test("lines of another kind are passed over", () => {
  expect(readMessages('panic: runtime error\n{"type": "cut off\n\n')).toEqual({
    planned: undefined,
    made: none,
    errors: [],
  });
});
