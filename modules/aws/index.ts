/** What AWS itself fixes: regions, partitions and ARNs. */
export * from "./arn";
export * from "./key-guard";
export * from "./placeholders";
export * from "./policy";
export * from "./principals";
export * from "./regions";
