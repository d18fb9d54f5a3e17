import fc from "fast-check";
import { ObjectScanner } from "../../../modules/cli/explain/object-scanner";

/** The objects that a scanner cuts out of a text that comes in pieces of these lengths, and what is left. */
function scanned(text: string, lengths: readonly number[] = []) {
  const scanner = new ObjectScanner();
  const bytes = Buffer.from(text);
  const found: unknown[] = [];
  let at = 0;
  for (const length of [...lengths, bytes.length]) {
    for (const object of scanner.push(bytes.subarray(at, at + length))) {
      expect(bytes.subarray(object.offset, object.offset + Buffer.byteLength(object.text)).toString()).toBe(
        object.text,
      );
      found.push(JSON.parse(object.text));
    }
    at += length;
  }
  return { found, unfinished: scanner.unfinished() };
}

const objects = fc.array(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), { minLength: 1, maxLength: 5 });
const pieces = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 });
const isWrapper = (value: object) => ["Records", "Events", "events"].includes(Object.keys(value)[0] ?? "");

test.each<[string, (all: readonly string[]) => string]>([
  ["in lines", (all) => all.join("\n")],
  ["one after another", (all) => all.join("")],
  ["in a list", (all) => `[${all.join(", ")}]`],
  ["as CloudTrail writes them", (all) => `{"Records":[${all.join(",")}]}`],
  ["as lookup-events tells them", (all) => `{\n  "Events" : [\n${all.join(",\n")}\n], "NextToken": "x" }`],
  ["as a log export has them", (all) => all.map((one) => `2026-11-24T09:16:12.000Z ${one}`).join("\n")],
])("objects %s are found, wherever the pieces of the input end", (_, layout) => {
  fc.assert(
    fc.property(objects, pieces, (all, lengths) => {
      fc.pre(!all.some(isWrapper));
      const { found, unfinished } = scanned(layout(all.map((one) => JSON.stringify(one))), lengths);
      expect(found).toEqual(all.map((one) => JSON.parse(JSON.stringify(one))));
      expect(unfinished).toBeUndefined();
    }),
  );
});

test("brackets and quotes within texts are texts", () => {
  const tricky = { 'a"}]{[': 'b\\"}', c: "\\", d: [{ e: "}" }] };
  expect(scanned(JSON.stringify(tricky)).found).toEqual([tricky]);
});

test("an object that does not end is told by where it began", () => {
  expect(scanned('{"a":1}\n{"b":[1,')).toEqual({ found: [{ a: 1 }], unfinished: 8 });
});

test("an object that never ends is given up", () => {
  const scanner = new ObjectScanner();
  scanner.push(Buffer.from('{"a":"'));
  expect(() => scanner.push(Buffer.alloc((16 << 20) + 1, "x"))).toThrow(
    "The object at byte 0 is no record: it does not end.",
  );
});
