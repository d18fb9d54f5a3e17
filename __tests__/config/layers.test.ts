import { mergedTags, nearest } from "../../modules/config";
import { type Layer, layersOf } from "../../modules/config/layers";
import { layeredFleet } from "../support/fleet";

const layers = (region: string): readonly Layer[] => layersOf(layeredFleet(), 1, region);

test("the nearest layer's value counts, with its path", () => {
  expect(nearest(layers("us-east-1"), "trail")).toEqual({
    value: { logGroup: "legacy-trail" },
    path: ["accounts", 1, "overrides", "us-east-1", "trail"],
  });
  expect(nearest(layers("eu-west-1"), "trail")).toEqual({ value: { logGroup: "trail" }, path: ["defaults", "trail"] });
  expect(nearest(layers("eu-west-1"), "regions")?.path).toEqual(["accounts", 1, "regions"]);
  expect(nearest(layers("eu-west-1"), "topic")).toBeUndefined();
});

test("a nearer group or list replaces the further one as a whole", () => {
  const config = layeredFleet({
    "defaults.topic": { name: "a", displayName: "A" },
    "accounts[1].topic": { name: "b" },
    "accounts[1].subscriptions": [],
  });
  const [own, others] = [layersOf(config, 1, "eu-west-1"), layersOf(config, 0, "eu-west-1")];
  expect(nearest(own, "topic")?.value).toEqual({ name: "b" });
  expect(nearest(own, "subscriptions")?.value).toEqual([]);
  expect(nearest(others, "topic")?.value).toEqual({ name: "a", displayName: "A" });
});

test("tags of all layers are merged, of each key the nearest value", () => {
  expect(mergedTags(layers("us-east-1"))).toEqual({ owner: "security", level: "overrides" });
  expect(mergedTags(layers("eu-west-1"))).toEqual({ owner: "security", level: "account" });
  expect(mergedTags([])).toEqual({});
});
