import { FaultError } from "../../modules/cli/aws/fault";
import { errorText } from "../../modules/cli/error-text";

test("what AWS did not allow is told with how to mend it, all else as it is", () => {
  const fault = { kind: "denied", message: "AccessDenied: no", remedy: "Give it." } as const;
  expect(errorText(new FaultError(fault))).toBe("AccessDenied: no\n  to mend it: Give it.");
  expect(errorText(new Error("ENOENT: no such file"))).toBe("ENOENT: no such file");
  expect(errorText("text")).toBe("text");
});
