import { unlessMissing } from "../../../modules/cli/aws";

const failing = (name: string) => Promise.reject(Object.assign(new Error("no"), { name }));

test.each([
  "NotFound",
  "NotFoundException",
  "ResourceNotFoundException",
  "DashboardNotFoundError",
  "NoSuchEntityException",
  "NoSuchKey",
  "QueueDoesNotExist",
])("%s says that there is none of that name", async (name) => {
  expect(await unlessMissing(failing(name))).toBeUndefined();
});

test("any other failure is one, and an answer is an answer", async () => {
  await expect(unlessMissing(failing("AccessDenied"))).rejects.toThrow("no");
  expect(await unlessMissing(Promise.resolve(0))).toBe(0);
});
