import { mergedTags } from "../layers";
import type { SiteRule } from "./rule";

/** AWS allows 50 tags on a resource. */
const MOST_TAGS = 50;

/** The tags of all levels together are not too many. */
export const tagsFit: SiteRule = (site) => {
  const number = Object.keys(mergedTags(site.layers)).length;
  if (number <= MOST_TAGS) return [];
  return [
    {
      path: site.layers.find(({ settings }) => settings.tags)?.path.concat("tags") ?? [],
      message: `There are ${number} tags, those of all levels together.`,
      expected: `at most ${MOST_TAGS} tags`,
      remedy: "Remove tags here or in `defaults`.",
    },
  ];
};
