/** How an audit may be told; apart, so that the help need not load what writes them. */
export const FORMATS = ["text", "json", "sarif", "junit"] as const;
export type Format = (typeof FORMATS)[number];
