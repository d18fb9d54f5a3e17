/** What AWS itself fixes: regions, partitions and ARNs. */
export * from "./arn";
export * from "./placeholders";
export * from "./policy";
export * from "./regions";
