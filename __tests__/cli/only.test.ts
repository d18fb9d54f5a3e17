import { keywatchAsync } from "../support/keywatch";

test.each(["audit", "preflight"])(
  "%s of a place that the config does not have is wrong use, and asks nobody",
  async (command) => {
    const config = "examples/minimal/keywatch.config.yaml";
    expect(await keywatchAsync([command, "--config", config, "--only", "123"])).toEqual({
      code: 2,
      out: "",
      err: "error: 123 is no account or stack of the config. keywatch targets --json lists them.\n",
    });
  },
);
