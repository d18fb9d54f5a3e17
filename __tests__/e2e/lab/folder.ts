import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inLab } from "./paths";

/** A new empty folder of the lab, which stays for whoever looks into a failure. */
export function newFolder(name: string): string {
  mkdirSync(inLab("work"), { recursive: true });
  return mkdtempSync(inLab("work", `${name}-`));
}

/** A new folder with one stack in Terraform's JSON syntax. */
export function newStack(name: string, stack: object): string {
  const folder = newFolder(name);
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stack, null, 2));
  return folder;
}
