import { phaseOn } from "../../modules/cli/deploy";
import { withProgress } from "../../modules/cli/progress";
import { fakeTerminal } from "../support/terminal";

async function told(total: number) {
  const { terminal, written } = fakeTerminal();
  const result = await withProgress(terminal, "Auditing", total, async (step) => {
    for (let done = 0; done < total; done += 1) step(`target ${done}`);
    return "result";
  });
  expect(result).toBe("result");
  expect(written.out).toBe("");
  return written.err.split("\n").filter(Boolean);
}

test("a line at every tenth tells how far long work is", async () => {
  const lines = await told(300);
  expect(lines).toHaveLength(10);
  expect([lines[0], lines[9]]).toEqual(["Auditing: 30 of 300", "Auditing: 300 of 300"]);
});

test("work of few pieces tells each once", async () => {
  expect(await told(2)).toEqual(["Auditing: 1 of 2", "Auditing: 2 of 2"]);
  expect(await told(0)).toEqual([]);
});

test("a failure of the work is the caller's", async () => {
  const work = () => Promise.reject(new Error("no"));
  await expect(withProgress(fakeTerminal().terminal, "Auditing", 1, work)).rejects.toThrow("no");
});

describe("on a terminal that can be drawn on", () => {
  const live = () => ({ ...fakeTerminal().terminal, live: true });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  test.each<[string, (work: () => Promise<string>) => Promise<string>]>([
    ["Auditing: 0 of 3", (work) => withProgress(live(), "Auditing", 3, work)],
    ["Planning: 0 of 3", (work) => phaseOn(live())("Planning", 3, work)],
  ])("%s is drawn, and what comes of the work is the caller's", async (title, shown) => {
    const written = jest.spyOn(process.stdout, "write").mockReturnValue(true);
    jest.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await shown(async () => "result")).toBe("result");
    expect(written.mock.calls.map(([text]) => text).join("")).toContain(title);
    await expect(shown(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  });
});
