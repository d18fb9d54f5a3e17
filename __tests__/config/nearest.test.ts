import { nearestName } from "../../modules/config/nearest";

test.each([
  ["regionz", ["regions", "role"], "regions"],
  ["REGIONS", ["regions", "role"], "regions"],
  ["rol", ["regions", "role"], "role"],
  ["zz", ["regions", "role"], undefined],
  ["webhook", ["regions", "role"], undefined],
  ["x", ["y"], "y"],
  ["x", [], undefined],
])("%s of %j is %s", (name, known, near) => {
  expect(nearestName(name, known)).toBe(near);
});

test("how far it may be can be said", () => {
  expect(nearestName("dynamodb_table", ["use_lockfile"], 2)).toBeUndefined();
  expect(nearestName("use_lock_files", ["use_lockfile"], 2)).toBe("use_lockfile");
});
