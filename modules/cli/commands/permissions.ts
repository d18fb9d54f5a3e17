import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Option } from "commander";
import {
  describeRoles,
  excessOf,
  MEMBER_KINDS,
  ROLE_FORMATS,
  type RoleFormat,
  roleNotes,
  TRUST_FORMS,
} from "../../access";
import { resolveHeld, runRolesOf, stateBucketOf } from "../../fleet";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withConfig } from "../fleet";
import { ASKABLE, jsonText, type Question, sizeNotes, understood } from "../permissions";
import { withRemedy } from "../remedy";

interface PermissionsOptions extends FleetOptions, Omit<Question, "roles"> {
  /** Folder to write to. */
  readonly output?: string;
}

/** Writes the roles that the fleet needs, with exactly what IAM must allow them. */
export const permissions = defineCommand<PermissionsOptions>({
  usage: "permissions [roles...]",
  description: `Write the IAM roles of this config, and nothing that it does not need: ${ASKABLE.join(", ")}.`,
  options: [
    ...CONFIG_OPTIONS,
    new Option("-a, --account <id>", "account that the roles are for (default: any of the fleet)"),
    new Option("-t, --trust <who...>", `who may assume the roles: ${TRUST_FORMS}`),
    new Option("-e, --enter <role...>", "roles by which the pipeline enters the accounts")
      .choices(MEMBER_KINDS)
      .default(["deploy", "plan", "audit"]),
    new Option("--oidc-host <host>", "host of your own GitHub, GitLab or Terraform Enterprise"),
    new Option("-f, --format <format>", "form of the roles").choices(Object.keys(ROLE_FORMATS)).default("json"),
    new Option("-o, --output <folder>", "folder to write files to, in place of printing"),
  ],
  examples: [
    "permissions",
    "permissions deploy --account 111111111111",
    "permissions deploy plan audit --trust arn:aws:iam::999999999999:role/keywatch-pipeline --format cloudformation",
    "permissions pipeline --enter plan --trust github:acme/keywatch --format terraform",
    "permissions boundary --format cloudformation",
    "permissions discover --trust arn:aws:iam::999999999999:root --format cloudformation",
    "permissions plan --trust gitlab:acme/security/keywatch --account 111111111111 --output iam",
    "permissions deploy --trust hcp:acme/keywatch --format terraform",
  ],
  run: (call) =>
    withConfig(call, (config) => {
      const { options, args, terminal } = call;
      const question = understood(
        { ...options, roles: args },
        { fleet: resolveHeld(config), bucket: stateBucketOf(config), runRoles: runRolesOf(config) },
      );
      if (!question.ok) {
        terminal.err(`error: ${question.wrong}`);
        return EXIT.wrong;
      }
      const described = { roles: describeRoles(question.asked), boundary: question.boundary };
      const excess = excessOf(described);
      if (excess) {
        terminal.err(withRemedy(`error: ${excess.problem}`, excess.remedy));
        return EXIT.wrong;
      }
      const format: RoleFormat = ROLE_FORMATS[options.format];
      const text = jsonText(format.whole(described), format.most);
      if (options.output === undefined) terminal.out(text);
      else for (const file of write(options.output, format.files(described), format.most)) terminal.out(file);
      for (const note of [...roleNotes(described), ...sizeNotes(text, format.most)]) terminal.err(note);
      return EXIT.fine;
    }),
});

/** Writes files into a folder, none larger than `most` bytes where that can be; returns their paths. */
function write(folder: string, files: ReturnType<RoleFormat["files"]>, most?: number): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(files).map(([name, value]) => {
    const file = path.join(folder, name);
    writeFileSync(file, `${jsonText(value, most)}\n`);
    return file;
  });
}
