import { FaultError } from "../../modules/cli/aws/fault";
import { errorText } from "../../modules/cli/error-text";

test("what AWS did not allow is told with how to mend it, all else as it is", () => {
  const fault = { kind: "denied", message: "AccessDenied: no", remedy: "Give it." } as const;
  expect(errorText(new FaultError(fault))).toBe("AccessDenied: no\n  to mend it: Give it.");
  expect(errorText(new Error("ENOENT: no such file"))).toBe("ENOENT: no such file");
  expect(errorText("text")).toBe("text");
});

test("a file that cannot be written is told by its place, what is wrong with it, and how to mend it", () => {
  const below = Object.assign(new Error("ENOTDIR: not a directory, mkdir 'x'"), { code: "ENOTDIR", path: "x" });
  expect(errorText(below)).toBe(
    "x lies below a file, which cannot be.\n  to mend it: Name another place, or mend this one.",
  );
  expect(errorText(Object.assign(new Error("EPIPE: broken pipe"), { code: "EPIPE" }))).toBe("EPIPE: broken pipe");
});
