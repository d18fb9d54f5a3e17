import type { NodeHttpHandler } from "@smithy/node-http-handler";

/** What clients send their requests with. */
export type RequestHandler = Pick<
  NodeHttpHandler,
  "metadata" | "handle" | "updateHttpClientConfig" | "httpHandlerConfigs"
>;

/** The same handler, of which a signal ends every request: for who cannot be given one, as credential providers. */
export const endedBy = (handler: RequestHandler, abortSignal: AbortSignal): RequestHandler => ({
  metadata: handler.metadata,
  handle: (request, options) => handler.handle(request, { ...options, abortSignal }),
  updateHttpClientConfig: (key, value) => handler.updateHttpClientConfig(key, value),
  httpHandlerConfigs: () => handler.httpHandlerConfigs(),
});
