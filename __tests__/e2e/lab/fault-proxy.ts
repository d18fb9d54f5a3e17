import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A call as it was signed. */
export interface ProxiedCall {
  /** The caller's account; of an AssumeRole, the role's. */
  readonly account: string;
  readonly region: string;
  readonly service: string;
  /** `DescribeAlarms`; empty for S3. */
  readonly action: string;
}

/** What happens to a call in place of an answer. */
export type Misbehaviour =
  /** It is never answered. */
  | "hangs"
  | "fails"
  | "throttles"
  /** The answer stops in the middle. */
  | "breaks"
  | "refuses";

/** Stands between a client and an emulated AWS. */
export interface FaultProxy {
  readonly url: string;
  /** Every call that came, in order. */
  readonly calls: readonly ProxiedCall[];
  /** Lets calls go wrong: all that a condition holds for, or so many of them. */
  misbehave(how: Misbehaviour, when: (call: ProxiedCall) => boolean, times?: number): void;
  /** Lets every call through again. */
  calm(): void;
  stop(): void;
}

interface Rule {
  readonly how: Misbehaviour;
  readonly when: (call: ProxiedCall) => boolean;
  left: number;
}

/** Starts a proxy before the emulator of that URL. */
export async function startFaultProxy(upstream: string): Promise<FaultProxy> {
  const accounts = new Map<string, string>();
  const calls: ProxiedCall[] = [];
  let rules: Rule[] = [];

  const server = createServer(async (asked, answer) => {
    const body = await buffer(asked);
    const call = callOf(asked, body, accounts);
    calls.push(call);
    const rule = rules.find(({ when, left }) => left > 0 && when(call));
    if (rule) rule.left -= 1;
    if (rule && rule.how !== "breaks") return MISBEHAVE[rule.how](answer);
    const { status, headers, content } = await forward(upstream, asked, body);
    if (call.action === "AssumeRole") remember(accounts, content.toString(), call.account);
    answer.writeHead(status, rule ? { ...headers, "content-length": content.length + 100 } : headers);
    if (rule) answer.write(content, () => answer.destroy());
    else answer.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    misbehave: (how, when, times = Number.POSITIVE_INFINITY) => {
      rules = [...rules, { how, when, left: times }];
    },
    calm: () => {
      rules = [];
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const xmlError = (code: string): string =>
  `<ErrorResponse><Error><Code>${code}</Code><Message>by the test</Message></Error></ErrorResponse>`;

const MISBEHAVE: Readonly<Record<Exclude<Misbehaviour, "breaks">, (answer: ServerResponse) => void>> = {
  hangs: () => {},
  fails: (answer) => answer.writeHead(500).end(),
  throttles: (answer) => answer.writeHead(429, { "x-amzn-errortype": "ThrottlingException" }).end(),
  refuses: (answer) => answer.writeHead(403, { "content-type": "text/xml" }).end(xmlError("AccessDenied")),
};

/** Actions of services that tell them by method and path alone. */
const REST: Readonly<Record<string, string>> = { "GET /schedules": "GetSchedule" };

/** Source: AWS Signature Version 4: `Credential=<key>/<date>/<region>/<service>/aws4_request`. */
function callOf(
  { method, headers, url = "" }: IncomingMessage,
  body: Buffer,
  accounts: ReadonlyMap<string, string>,
): ProxiedCall {
  const [, key = "", region = "", service = ""] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)/.exec(headers.authorization ?? "") ?? [];
  const form = new URLSearchParams(service === "s3" ? "" : body.toString());
  const action =
    String(headers["x-amz-target"] ?? "")
      .split(".")
      .at(-1) ||
    url.split("/operation/")[1] ||
    form.get("Action") ||
    REST[`${method} /${url.split("/")[1]}`] ||
    "";
  const assumed = /:iam::(\d+):/.exec(form.get("RoleArn") ?? "")?.[1];
  return { account: assumed ?? accounts.get(key) ?? key, region, service, action };
}

/** Whose account the keys are of that an AssumeRole handed out. */
function remember(accounts: Map<string, string>, answer: string, account: string): void {
  const key = /<AccessKeyId>([^<]+)</.exec(answer)?.[1];
  if (key) accounts.set(key, account);
}

function forward(upstream: string, { method, url = "/", headers }: IncomingMessage, body: Buffer) {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; content: Buffer }>((resolve, reject) => {
    const outgoing = request(new URL(url, upstream), { method, headers }, async (answer) => {
      const { "transfer-encoding": _, ...kept } = answer.headers;
      resolve({ status: answer.statusCode ?? 502, headers: kept, content: await buffer(answer) });
    });
    outgoing.once("error", reject).end(body);
  });
}
