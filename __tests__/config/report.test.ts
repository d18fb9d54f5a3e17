import { problemData, problemReport } from "../../modules/config";

const first = {
  path: ["accounts", 0, "id"],
  position: { line: 3, column: 7 },
  message: "It is short.",
  expected: "12 digits",
  remedy: "Write 12 digits.",
};
const second = { path: [], message: "It is a list.", expected: "a group", remedy: "" };

test("people get the place, what is wrong, what was expected and how to mend it", () => {
  expect(problemReport("fleet.yaml", [first, second])).toBe(
    `fleet.yaml: 2 problems. Nothing was written.

fleet.yaml:3:7  accounts[0].id
  It is short.
  expected: 12 digits
  to mend it: Write 12 digits.

(the whole config)
  It is a list.
  expected: a group`,
  );
});

test("one problem is not several", () => {
  expect(problemReport("fleet.yaml", [second])).toMatch(/^fleet\.yaml: 1 problem\. /);
});

test("machines get the same as data", () => {
  expect(problemData("fleet.yaml", [first, second])).toEqual({
    ok: false,
    file: "fleet.yaml",
    problems: [
      {
        path: "accounts[0].id",
        line: 3,
        column: 7,
        message: "It is short.",
        expected: "12 digits",
        remedy: "Write 12 digits.",
      },
      { path: "(the whole config)", message: "It is a list.", expected: "a group", remedy: "" },
    ],
  });
});
