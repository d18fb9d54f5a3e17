const common = {
  testEnvironment: "node",
  // Node can require what is an ES module alone, Jest cannot: these are compiled.
  transformIgnorePatterns: ["/node_modules/(?!preact/)"],
  moduleFileExtensions: ["ts", "js", "json", "mjs"],
  transform: { "\\.(ts|mjs)$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }] },
  testPathIgnorePatterns: ["/node_modules/", "/cdktf.out/", "/.lab/"],
  modulePathIgnorePatterns: ["/cdktf.out/", "/.lab/"],
};

/** @type {import("jest").Config} */
module.exports = {
  // Generous, because some tests start processes and share the machine with end-to-end runs.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
      testPathIgnorePatterns: [...common.testPathIgnorePatterns, "/__tests__/(e2e|slow)/"],
    },
    {
      ...common,
      displayName: "e2e",
      testMatch: ["<rootDir>/__tests__/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/__tests__/e2e/lab/setup.ts",
    },
    {
      ...common,
      displayName: "slow",
      testMatch: ["<rootDir>/__tests__/slow/**/*.test.ts"],
      globalSetup: "<rootDir>/__tests__/e2e/lab/setup.ts",
    },
  ],
};
