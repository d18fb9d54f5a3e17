import { outputFolder } from "../../modules/cli/output";

test.each([
  [{ output: "named" }, { CDKTF_OUTDIR: "elsewhere" }, "named"],
  [{}, { CDKTF_OUTDIR: "elsewhere" }, "elsewhere"],
  [{}, { CDKTF_OUTDIR: "" }, "cdktf.out"],
  [{}, {}, "cdktf.out"],
])("the folder of %j and %j is %s", (options, env, folder) => {
  expect(outputFolder(options, env)).toBe(folder);
});
