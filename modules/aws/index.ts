/** What AWS itself fixes: regions, partitions, ARNs, policies and prices. */
export * from "./arn";
export * from "./chat";
export * from "./console";
export * from "./key-guard";
export * from "./placeholders";
export * from "./policy";
export * from "./prices";
export * from "./principals";
export * from "./queue-url";
export * from "./regions";
