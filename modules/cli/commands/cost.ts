import { Option } from "commander";
import { PRICED_REGIONS, PRICES, PRICES_OF } from "../../aws";
import { costOf } from "../../cost";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { costText, notes } from "../cost";
import { EXIT } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { amount } from "../numbers";

interface CostOptions extends FleetOptions {
  readonly eventsPerMonth: number;
  readonly gb: number;
}

/** Tells what the config costs a month, at list prices. */
export const cost = defineCommand<CostOptions>({
  usage: "cost",
  description: "Tell what the config costs a month: by account and by kind, what is free apart.",
  options: [
    ...CONFIG_OPTIONS,
    new Option("--events-per-month <number>", "events that each control counts in each target")
      .argParser(amount)
      .default(10),
    new Option("--gb <number>", "GB of events a month that each trail records which is made")
      .argParser(amount)
      .default(1),
  ],
  examples: [
    "cost",
    "cost --events-per-month 0",
    "cost --config examples/created-trail/keywatch.config.yaml --gb 20",
    "cost --json",
  ],
  run: (call) =>
    withFleet(call, (targets) => {
      const { eventsPerMonth: events, gb: gigabytes, json } = call.options;
      const assumed = { events, gigabytes };
      const result = costOf(targets, assumed);
      const prices = { of: PRICES_OF, currency: "USD", regions: PRICED_REGIONS, list: PRICES };
      call.terminal.out(
        json
          ? JSON.stringify({ assumed, ...result, notes: notes(result), prices }, null, 2)
          : costText(result, assumed, call.terminal),
      );
      return EXIT.fine;
    }),
});
