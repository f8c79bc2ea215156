import { setMaxListeners } from 'node:events';
import type { Ports } from './call';
import { ProtocolError } from './error';
import { type GrpcAnswer, grpcStatus } from './grpc';
import type { Provider } from './provider';
import { applyResourceChange } from './rpc/apply-rpc';
import type { Rpc, Session, StreamRpc } from './rpc/context';
import { closeEphemeralResource, openEphemeralResource, renewEphemeralResource } from './rpc/ephemeral-rpc';
import { invokeAction, planAction } from './rpc/action-rpc';
import { callFunction } from './rpc/function-rpc';
import { getResourceIdentitySchemas, upgradeResourceIdentity } from './rpc/identity-rpc';
import { listResource } from './rpc/list-rpc';
import { planResourceChange } from './rpc/plan-rpc';
import { configureProvider, stopProvider, validateProviderConfig } from './rpc/provider-rpc';
import { importResourceState, readDataSource, readResource } from './rpc/read-rpc';
import { getFunctions, getProviderSchema } from './rpc/schema-rpc';
import { moveResourceState, upgradeResourceState } from './rpc/upgrade-rpc';
import {
  validateActionConfig,
  validateDataResourceConfig,
  validateEphemeralResourceConfig,
  validateListResourceConfig,
  validateResourceConfig,
} from './rpc/validate-rpc';
import { readMessage } from './wire/protobuf';

/** One connection to a provider: one Terraform command, or one phase of it. */
export type Connection = {
  /** Answers a call by its full gRPC method name. Never rejects. */
  readonly call: (method: string, request: Uint8Array) => Promise<GrpcAnswer>;
  /** Asks running operations to end, as StopProvider does. */
  readonly stop: () => void;
};

/** A provider that can be called, without any socket. */
export type Service = { readonly connect: () => Connection };

const rpcs: Readonly<Record<string, Rpc>> = {
  GetProviderSchema: getProviderSchema,
  ValidateProviderConfig: validateProviderConfig,
  ConfigureProvider: configureProvider,
  ValidateResourceConfig: validateResourceConfig,
  ValidateDataResourceConfig: validateDataResourceConfig,
  UpgradeResourceState: upgradeResourceState,
  MoveResourceState: moveResourceState,
  GetResourceIdentitySchemas: getResourceIdentitySchemas,
  UpgradeResourceIdentity: upgradeResourceIdentity,
  ReadResource: readResource,
  PlanResourceChange: planResourceChange,
  ApplyResourceChange: applyResourceChange,
  ImportResourceState: importResourceState,
  ReadDataSource: readDataSource,
  ValidateEphemeralResourceConfig: validateEphemeralResourceConfig,
  OpenEphemeralResource: openEphemeralResource,
  RenewEphemeralResource: renewEphemeralResource,
  CloseEphemeralResource: closeEphemeralResource,
  ValidateListResourceConfig: validateListResourceConfig,
  ValidateActionConfig: validateActionConfig,
  PlanAction: planAction,
  GetFunctions: getFunctions,
  CallFunction: callFunction,
  StopProvider: stopProvider,
};

const streams: Readonly<Record<string, StreamRpc>> = { ListResource: listResource, InvokeAction: invokeAction };

const servicePrefix = '/tfplugin6.Provider/';

/**
 * Makes a provider callable. Each connection has its own client and its own stop, because a resident process serves
 * several commands; a connection that was not configured (Terraform may dial again) uses the client made last.
 */
export const createService = <Client>(provider: Provider<Client>, ports: Ports): Service => {
  let latest: Client | undefined;
  return {
    connect: () => {
      const session: Session<Client> = { client: latest, stop: new AbortController() };
      // As many operations wait for it as Terraform runs at once.
      setMaxListeners(0, session.stop.signal);
      const answer = async (method: string, request: Uint8Array): Promise<GrpcAnswer> => {
        const name = method.startsWith(servicePrefix) ? method.slice(servicePrefix.length) : '';
        const context = { provider, session, ports };
        const stream = Object.hasOwn(streams, name) ? streams[name] : undefined;
        if (stream !== undefined)
          return {
            kind: 'stream',
            messages: openSafely(stream, () => stream.open(readMessage(request), context), ports),
          };
        const rpc = Object.hasOwn(rpcs, name) ? rpcs[name] : undefined;
        if (rpc === undefined) {
          return { kind: 'failed', status: grpcStatus.unimplemented, why: `unknown method ${method}` };
        }
        const message = await answerSafely(rpc, async () => rpc.answer(readMessage(request), context), ports);
        latest = session.client ?? latest;
        return { kind: 'ok', message };
      };
      return { call: answer, stop: () => session.stop.abort('stopped') };
    },
  };
};

/** The same of messages that come one by one. */
async function* openSafely(
  { refuse }: StreamRpc,
  open: () => AsyncIterable<Uint8Array>,
  ports: Ports,
): AsyncGenerator<Uint8Array> {
  try {
    yield* open();
  } catch (error) {
    yield refuse(tellBug(error, ports));
  }
}

/** A bug becomes a diagnostic, not a broken call: Terraform then says which resource it happened at. */
const answerSafely = async ({ refuse }: Rpc, answer: () => Promise<Uint8Array>, ports: Ports): Promise<Uint8Array> => {
  try {
    return await answer();
  } catch (error) {
    return refuse(tellBug(error, ports));
  }
};

const tellBug = (error: unknown, { log }: Ports): string => {
  const why = error instanceof ProtocolError ? `${error.message} (${error.code})` : String(error);
  log('error', why, { stack: error instanceof Error ? (error.stack ?? '') : '' });
  return why;
};
