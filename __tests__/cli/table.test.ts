import { tableText } from "../../modules/cli/table";

test("columns are as wide as their widest text, and lines end without blanks", () => {
  expect(
    tableText(
      ["A", "WIDE"],
      [
        ["long text", "x"],
        ["日本", ""],
      ],
    ),
  ).toBe("A          WIDE\nlong text  x\n日本");
});
