import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { makeFile, replaceFile } from "../../../modules/cli/config-text";
import { inFolder } from "../../support/folder";

test("a file is made, and only once", () => {
  inFolder((folder) => {
    const file = path.join(folder, "a.yaml");
    expect(makeFile(file, "first")).toBe(true);
    expect(makeFile(file, "second")).toBe(false);
    expect(readFileSync(file, "utf8")).toBe("first");
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });
});

test("a file is replaced with its rights, through a link", () => {
  inFolder((folder) => {
    const [file, link] = [path.join(folder, "a.yaml"), path.join(folder, "link.yaml")];
    writeFileSync(file, "before");
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    replaceFile(link, "after");
    expect(readFileSync(file, "utf8")).toBe("after");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["a.yaml", "link.yaml"]);
  });
});

test("what cannot be replaced stays, and no draft is left", () => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, "a.yaml"));
    expect(() => replaceFile(path.join(folder, "a.yaml"), "after")).toThrow();
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });
});
