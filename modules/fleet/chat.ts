import { fill } from "../aws";
import { type ChatSetting, nearest, type Site } from "../config";

/** The chat channels of a site, with the placeholders of their roles filled in. */
export const chatOf = (site: Site): ChatSetting[] =>
  (nearest(site.layers, "chat")?.value ?? []).map((channel) => ({ ...channel, roleArn: fill(channel.roleArn, site) }));
