import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Raw } from "../../../support/fleet";
import { type Answer, DONE, found, list, refused } from "./answers";
import { type Kept, newStore, type Store } from "./store";

/** A stand-in for the API of HCP Terraform: keeps what it is given, and runs nothing. */
export interface Hcp extends Pick<Store, "all" | "make"> {
  /** Where Terraform's CLI config says that the services of a host are. */
  readonly url: string;
  /** The one of a type whose attribute has that value. */
  one(type: string, attribute: string, value: string): Kept;
  /** Lets a workspace be otherwise, as if somebody had made it so. */
  set(workspace: string, attributes: Readonly<Record<string, unknown>>): void;
  /** The text of every state that was handed in. */
  states(): readonly string[];
  stop(): void;
}

interface Asked {
  readonly method: string;
  /** Path below `/api/v2/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Raw;
}

export async function startHcp(): Promise<Hcp> {
  const store = newStore();
  const states = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const raw = await buffer(request);
    const [, file] = /^\/states\/(.+)$/.exec(request.url ?? "") ?? [];
    if (file && request.method === "PUT") states.set(file, raw);
    const answer = file ? { status: 200 } : answerTo(store, askedIn(request, raw), url());
    response.writeHead(answer.status, { "content-type": "application/vnd.api+json", "tfp-api-version": "2.6" });
    response.end(file ? states.get(file) : answer.body && JSON.stringify(answer.body));
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: url(),
    all: store.all,
    make: store.make,
    one: (type, attribute, value) => {
      const entry = store.named(type, attribute, value);
      if (!entry) throw new Error(`No ${type} with ${attribute} ${value}.`);
      return entry;
    },
    set: (workspace, attributes) => {
      store.change(store.named("workspaces", "name", workspace), attributes);
    },
    states: () => [...states.values()].map(String),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const askedIn = ({ method = "GET", url = "/" }: IncomingMessage, raw: Buffer): Asked => {
  const { pathname, searchParams } = new URL(url, "http://hcp");
  const body = raw.length > 0 ? JSON.parse(raw.toString()) : {};
  return { method, path: pathname.replace("/api/v2/", ""), query: searchParams, body };
};

const COLLECTION =
  /^(organizations\/[^/]+\/(projects|workspaces|varsets)|varsets\/[^/]+\/relationships\/vars|workspaces\/[^/]+\/(vars|run-triggers|state-versions))$/;

function answerTo(store: Store, { method, path, query, body }: Asked, url: string): Answer {
  const [owner = "", id = "", ...rest] = path.split("/");
  const action = rest.join("/");
  if (path === "ping") return DONE;
  if (action === "entitlement-set") return found({ id, type: "entitlement-sets", attributes: { operations: true } });
  if (action.endsWith("tag-bindings")) return list([]);
  if (action === "current-state-version") {
    return found(store.all("state-versions").findLast(({ collection }) => collection.startsWith(`${owner}/${id}/`)));
  }
  if (action === "relationships/projects") {
    store.change(store.by(id), {}, { projects: body });
    return DONE;
  }
  if (owner === "projects" && action === "varsets") return list(store.all("varsets").filter(isAttachedTo(id)));
  if (action === "actions/safe-delete") return remove(store, store.by(id));
  if (action.startsWith("actions/")) return found(store.change(store.by(id), { locked: action === "actions/lock" }));
  if (COLLECTION.test(path))
    return method === "POST" ? create(store, path, body.data, url) : listed(store, path, query);
  const last = path.split("/").at(-1) ?? "";
  const item = store.by(last) ?? (owner === "organizations" ? store.named("workspaces", "name", last) : undefined);
  if (method === "PATCH") return found(store.change(item, body.data.attributes, body.data.relationships));
  return method === "DELETE" ? remove(store, item) : found(item);
}

function create(store: Store, collection: string, { type, attributes, relationships }: Raw, url: string): Answer {
  if (attributes?.name && store.named(type, "name", attributes.name))
    return refused(422, "Name has already been taken");
  const entry = store.make(type, collection, attributes, relationships);
  const file = `${url}/states/${entry.id}`;
  const uploads = {
    status: "finalized",
    "hosted-state-upload-url": file,
    "hosted-json-state-upload-url": `${file}.json`,
    "hosted-state-download-url": file,
  };
  return { ...found(type === "state-versions" ? store.change(entry, uploads) : entry), status: 201 };
}

const listed = (store: Store, path: string, query: URLSearchParams): Answer => {
  const wanted = query.get("filter[names]");
  const ofType = store.all(path.split("/").at(-1) ?? "").filter(({ collection }) => collection === path);
  return list(ofType.filter(({ attributes }) => wanted === null || attributes.name === wanted));
};

function remove(store: Store, entry: Kept | undefined): Answer {
  if (!entry) return refused(404, "not found");
  if (entry.attributes["resource-count"] > 0) return refused(409, "conflict");
  store.remove(entry.id);
  return DONE;
}

const isAttachedTo =
  (project: string) =>
  ({ relationships }: Kept): boolean =>
    relationships.projects?.data.some(({ id }: Raw) => id === project) ?? false;
