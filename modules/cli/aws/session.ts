import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { AwsCredentialIdentity, Client, Command, MetadataBearer, Provider } from "@smithy/types";
import type { Target, TargetRole } from "../../fleet";
import { endedBy, type RequestHandler } from "./ended-by";
import { FaultError } from "./fault";
import { secretText, secretVariable } from "./secret";
import { type Shared, shared } from "./shared";

/** What every client of a session is made with. */
export interface ClientConfig {
  readonly region: string;
  readonly credentials?: Provider<AwsCredentialIdentity>;
  readonly maxAttempts: number;
  readonly retryMode: "adaptive";
  readonly requestHandler: RequestHandler;
  /** SQS alone has this: queues are asked where all else is, and not at the host of their URL. */
  readonly useQueueUrlAsEndpoint: false;
}

/** The class of an SDK client. */
export type Service<I extends object, O extends MetadataBearer, C> = new (config: ClientConfig) => Client<I, O, C>;

/** One account and region, as the assumed role sees it. */
export interface Session {
  readonly account: string;
  readonly region: string;
  /** Who asks: the ARN of the role's session. */
  readonly caller: string;
  /** Ends every call of the session. */
  readonly signal: AbortSignal;
  /** The client of a service, made once a session. */
  readonly client: <K>(service: new (config: ClientConfig) => K) => K;
  /** Calls a service. */
  readonly ask: <I extends object, CI extends I, O extends MetadataBearer, CO extends O, C>(
    service: Service<I, O, C>,
    command: Command<I, CI, O, CO, C>,
  ) => Promise<CO>;
}

/** Where a session is opened. */
export type SessionPlace = Pick<Target, "region" | "role" | "stsRegion"> & {
  readonly account: Pick<Target["account"], "id">;
};

/** The same for whichever account the credentials are of. */
export type CallerPlace = Omit<SessionPlace, "account"> & Partial<Pick<SessionPlace, "account">>;

/** Opens sessions; one account's role is assumed once for all of its regions. */
export type Sessions = (place: SessionPlace, signal: AbortSignal) => Promise<Session>;

/** Sessions of the caller's own account too. */
export type CallerSessions = (place: CallerPlace, signal: AbortSignal) => Promise<Session>;

const SESSION_NAME = "keywatch";
const ATTEMPTS = 5;
const CONNECT_MS = 5_000;
const ANSWER_MS = 20_000;
const SOCKETS = 200;
/** How long before their end credentials are renewed. */
const RENEW_MS = 5 * 60_000;

/**
 * Sessions with the credentials of this process, or with those of the target's role that they may assume.
 *
 * @param env gives external ids that the config takes from `{ fromEnv }`, under `TF_VAR_<name>` as for Terraform.
 */
export function openSessions(env: NodeJS.ProcessEnv): CallerSessions {
  const base = {
    maxAttempts: ATTEMPTS,
    retryMode: "adaptive",
    useQueueUrlAsEndpoint: false,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
      httpsAgent: { maxSockets: SOCKETS },
      httpAgent: { maxSockets: SOCKETS },
    }),
  } as const;
  const identities = new Map<string, Shared<Identity>>();

  return async (place, signal) => {
    const { account, region, role, stsRegion = region } = place;
    const key = JSON.stringify([account?.id, role, stsRegion]);
    const known =
      identities.get(key) ??
      shared((ends) => {
        const requestHandler = endedBy(base.requestHandler, ends);
        return identify({ ...base, region: stsRegion, requestHandler }, place, env);
      });
    identities.set(key, known);
    const { id, caller, credentials } = await known(signal);
    return sessionOf({ ...base, region, credentials }, id, caller, signal);
  };
}

interface Identity {
  /** Of the account. */
  readonly id: string;
  readonly caller: string;
  readonly credentials?: Provider<AwsCredentialIdentity>;
}

/** Who a session is: refused where that is another account's. */
async function identify(
  config: ClientConfig,
  { account, role }: CallerPlace,
  env: NodeJS.ProcessEnv,
): Promise<Identity> {
  const credentials = role && assumed(config, role, env);
  const { Account: id = "", Arn: caller = "" } = await new STSClient({ ...config, credentials }).send(
    new GetCallerIdentityCommand({}),
  );
  if (!account || id === account.id) return { id, caller, credentials };
  throw new FaultError({
    kind: "credentials",
    message: `The credentials are of account ${id}, not of ${account.id}.`,
    remedy: "Name a `role` of the account in the config or with --role, or use the account's own credentials.",
  });
}

/** Credentials of the role, assumed anew shortly before they end. */
function assumed(config: ClientConfig, role: TargetRole, env: NodeJS.ProcessEnv): Provider<AwsCredentialIdentity> {
  const assume = fromTemporaryCredentials({
    params: {
      RoleArn: role.arn,
      RoleSessionName: role.sessionName ?? SESSION_NAME,
      ExternalId: externalIdOf(role, env),
    },
    clientConfig: config,
  });
  let held: AwsCredentialIdentity | undefined;
  return async () => {
    if (!held?.expiration || held.expiration.getTime() < Date.now() + RENEW_MS) held = await assume();
    return held;
  };
}

function externalIdOf({ externalId }: TargetRole, env: NodeJS.ProcessEnv): string | undefined {
  if (externalId === undefined) return undefined;
  const text = secretText(externalId, env);
  if (text || typeof externalId === "string") return text;
  throw new FaultError({
    kind: "credentials",
    message: `${secretVariable(externalId)} is not set; the config takes the role's external id from it.`,
    remedy: "Set it in the environment, as for Terraform.",
  });
}

function sessionOf(config: ClientConfig, account: string, caller: string, signal: AbortSignal): Session {
  const clients = new Map<unknown, unknown>();
  const client: Session["client"] = (service) => {
    const known = clients.get(service) ?? new service(config);
    clients.set(service, known);
    return known as InstanceType<typeof service>;
  };
  return {
    account,
    region: config.region,
    caller,
    signal,
    client,
    ask: (service, command) => client(service).send(command, { abortSignal: signal }),
  };
}
