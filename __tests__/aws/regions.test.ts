import { HOME_REGION, REGIONS } from "../../modules/aws";

const regions = [...REGIONS.values()];

test("every region is known by its own name, once", () => {
  expect(regions.every(({ name }) => REGIONS.get(name)?.name === name)).toBe(true);
  expect(regions.filter(({ name }) => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(name))).toEqual([]);
  expect(regions).toHaveLength(17 + 17 + 2 + 2);
});

test.each(regions.map(({ name, partition }) => [name, partition]))(
  "%s is in the partition that its name says",
  (name, partition) => {
    expect(partition).toBe(name.startsWith("cn-") ? "aws-cn" : name.startsWith("us-gov-") ? "aws-us-gov" : "aws");
  },
);

test("the home region of a partition is one of its own and always enabled", () => {
  for (const [partition, home] of Object.entries(HOME_REGION)) {
    expect(REGIONS.get(home)).toEqual({ name: home, partition, optIn: false });
  }
});

test.each([
  ["us-east-1", false],
  ["eu-central-1", false],
  ["af-south-1", true],
  ["ap-east-1", true],
  ["eu-central-2", true],
  ["me-south-1", true],
])("%s is opt-in: %s", (name, optIn) => {
  expect(REGIONS.get(name)?.optIn).toBe(optIn);
});
