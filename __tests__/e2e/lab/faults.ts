import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A call to AWS as far as faults look at it: the action's name of a JSON protocol, and the body in the clear. */
export interface Asked {
  readonly action: string;
  readonly body: string;
}

/** What AWS answers in place of what it was asked for. */
export interface Fault {
  readonly strikes: (asked: Asked) => boolean;
  readonly code: string;
  /** How often it strikes. @default always */
  readonly times?: number;
}

/** AWS with faults that can be put in and taken away. */
export interface FaultyAws {
  readonly url: string;
  /** Replaces all faults; returns how often each has struck since. */
  inject(faults: readonly Fault[]): readonly { readonly struck: number }[];
  stop(): Promise<void>;
}

/** Stands before an emulated AWS and hands on every call that no fault strikes. */
export async function startFaults(upstream: string): Promise<FaultyAws> {
  let faults: { readonly fault: Fault; struck: number }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    const asked = { action: String(incoming.headers["x-amz-target"] ?? ""), body: decoded(body) };
    const hit = faults.find(
      ({ fault, struck }) => struck < (fault.times ?? Number.POSITIVE_INFINITY) && fault.strikes(asked),
    );
    if (!hit) return handOn(upstream, incoming, body, outgoing);
    hit.struck += 1;
    refuse(asked, hit.fault.code, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inject: (given) => {
      faults = given.map((fault) => ({ fault, struck: 0 }));
      return faults;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A body of form fields is percent-encoded; any other is left alone. */
function decoded(body: Buffer): string {
  const text = body.toString();
  return text.startsWith("{") ? text : decodeURIComponent(text.replace(/%(?![0-9A-F]{2})/gi, "%25"));
}

function handOn(
  upstream: string,
  { url, method, headers }: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): void {
  forward(new URL(url ?? "/", upstream), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  })
    .once("error", () => outgoing.destroy())
    .end(body);
}

/** An error in the words of the protocol that was asked in. */
function refuse({ action }: Asked, code: string, outgoing: ServerResponse): void {
  const message = `refused by the test: ${code}`;
  outgoing.statusCode = 400;
  if (action) {
    outgoing.setHeader("content-type", "application/x-amz-json-1.1");
    outgoing.end(JSON.stringify({ __type: code, message }));
  } else {
    outgoing.setHeader("content-type", "text/xml");
    outgoing.end(`<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`);
  }
}
