import { contract, type ApiResponse, type FoundOperation } from '../../../api';
import type { Clock, Judge } from '../../../domain';
import type { Registry } from '../../registry';
import { patiently, type Patience } from '../../patience';
import { StoreBusyError, StoreConflictError, StoreReplacedError } from '../../store/errors';
import type { TokenRecord } from '../../tokens';
import { refuseUnserved } from '../answer-request';
import { showsSecrets } from '../redaction';
import { routes } from '../routes';
import { replierOf } from '../routes/replier';
import { forkRoutes } from '../routes/forks';
import { failed, refused } from '../answer';
import type { Caller } from './authorize';
import { faulted } from './faulted';
import type { Faults } from './faults';
import { groupCommit } from '../../group-commit';
import { beginList } from './list-parts';
import type { Made, Outgoing } from './outgoing';
import { pacedContents } from './paced-contents';
import {
  receive,
  receiveHead,
  type EarlyAnswer,
  type Incoming,
  type IncomingHead,
  type ReceivedRequest,
  type Receiving,
} from './receive';
import { resetServed } from './reset';
import { following, type ServedRegistry } from './served-registry';
import { serviceTexts } from './service-texts';
import { beginSnapshot } from './snapshot-parts';
import { serverRoutes } from './server-routes';
import { answerStorage, type StorageWatch } from './storage';
import { visibleRegistry } from './visible-registry';

/** What the answering of requests needs of the outside. */
export interface ResponderPorts extends Patience {
  readonly served: ServedRegistry;
  readonly wallClock: Clock;
  readonly faults: Faults;
  readonly storage: StorageWatch;
  /** Runs work at the end of this turn of the event loop. */
  readonly defer: (work: () => void) => void;
  /** Runs a piece of what takes long in a turn of its own. */
  readonly inTurn: (work: () => void) => void;
  /** What the rules say of forks; undefined: nothing is judged here. */
  readonly judge?: Judge | undefined;
  /** Only this machine can reach the server. */
  readonly loopback: boolean;
  /** Others may ask although there is no token; false: a registry that has lost its tokens is asked by nobody. @default true */
  readonly anonymousNetwork?: boolean;
  /** Told of what nobody thought possible, once each. */
  readonly report: (error: unknown) => void;
}

export interface Responder {
  /** The answer to a request which its head turns away: its body need not be read. */
  readonly turnAway: (head: IncomingHead) => Outgoing | undefined | Promise<Outgoing | undefined>;
  readonly respond: (incoming: Incoming) => Outgoing | Promise<Outgoing>;
}

/** What answers the requests to a served registry. Neither of its functions throws, and its promises never fail. */
export const makeResponder = (given: ResponderPorts): Responder => {
  const ports = { ...given, turn: watchTurns(given.defer) };
  const together = <T>(work: () => T): T => ports.storage.watched(() => ports.served.current().together(work));
  const commit = groupCommit({ together, defer: ports.defer });
  const early = (received: EarlyAnswer): Outgoing => {
    const { operation, token, answer: response, expired } = received;
    // Written down, so that it stays so when the clock on the wall is set back.
    if (expired !== undefined)
      patiently(() => commit(() => ports.served.current().execute({ type: 'RevokeToken', id: expired })), ports).catch(
        (error: unknown) => void reportTrouble(error, ports),
      );
    return { operation, token, kind: 'answer', response };
  };
  const answer = answererOf(ports, commit, early);
  const troubled = (error: unknown): Outgoing => ({
    operation: 'none',
    token: null,
    kind: 'answer',
    response: reportTrouble(error, ports),
  });
  const followed = <T>(ask: () => T | Promise<T>): T | Outgoing | Promise<T | Outgoing> => {
    const follow = () => following(ports.served, ask);
    try {
      return follow();
    } catch (error) {
      return error instanceof StoreBusyError ? patiently<T | Outgoing>(follow, ports).catch(troubled) : troubled(error);
    }
  };
  return {
    turnAway: (head) =>
      followed(() => {
        const received = receiveHead(head, ports);
        return 'answer' in received ? early(received) : undefined;
      }),
    respond: (incoming) => followed(() => answer(incoming)),
  };
};

/**
 * What stands for each turn of the event loop: the head is asked for before a body and after it, by requests that came in together, and
 * one look at the file for all of them is 6 % of a create under load.
 */
const watchTurns = (defer: ResponderPorts['defer']): (() => object) => {
  let turn: object | undefined;
  return () => {
    if (turn !== undefined) return turn;
    const begun = (turn = {});
    defer(() => (turn = undefined));
    return begun;
  };
};

const answererOf = (
  ports: ResponderPorts & Pick<Receiving, 'turn'>,
  commit: ReturnType<typeof groupCommit>,
  early: (received: EarlyAnswer) => Outgoing,
): ((incoming: Incoming) => Outgoing | Promise<Outgoing>) => {
  const own = serverRoutes(ports);
  const reply = replierOf(contract, { ...routes, ...forkRoutes(ports.judge), ...own });
  const waited = (work: () => ApiResponse | Promise<ApiResponse>): Promise<ApiResponse> =>
    patiently(work, ports).catch((error: unknown) => reportTrouble(error, ports));
  const guarded = (work: () => ApiResponse): ApiResponse | Promise<ApiResponse> => {
    try {
      return work();
    } catch (error) {
      return error instanceof StoreBusyError ? waited(work) : reportTrouble(error, ports);
    }
  };
  const textOf = textsOf(ports);
  const execute = ({ found, request, caller }: ReceivedRequest): ApiResponse | Promise<ApiResponse> => {
    if (found.kind !== 'operation') return refuseUnserved(found, request);
    const { operation, parameters, query } = found;
    const holder = caller.kind === 'holder' ? caller.token : undefined;
    const answer = () =>
      reply(operation.id, seenBy(caller, ports.served.current()), { parameters, query, body: request.body, holder });
    if (operation.id === 'RegistryReset') return resetServed(guarded(answer), ports.served.reset, ports.report);
    const commits = !operation.onlyReads && !(operation.id in own);
    return commits ? waited(() => commit(answer)) : guarded(answer);
  };
  const inTurn = async (work: () => Made | Promise<Made>): Promise<Made> => {
    await new Promise<void>((turn) => ports.inTurn(turn));
    try {
      return await following(ports.served, work);
    } catch (error) {
      return { kind: 'answer', response: reportTrouble(error, ports) };
    }
  };
  const produce = (asked: ReceivedRequest): Made | Promise<Made> => {
    const text = textOf(asked);
    if (text !== undefined) return { kind: 'text', text };
    return comesInParts(asked.found)
      ? inTurn(() => beginParts(asked, ports) ?? produceWhole(asked))
      : produceWhole(asked);
  };
  const produceWhole = (asked: ReceivedRequest): Made | Promise<Made> => {
    const seen = () => seenBy(asked.caller, ports.served.current());
    const told = (error: unknown): ApiResponse => reportTrouble(error, ports);
    const response = pacedContents(seen, asked.found, ports.inTurn)?.catch(told) ?? execute(asked);
    if (!(response instanceof Promise)) return { kind: 'answer', response };
    return response.then((answer) => ({ kind: 'answer', response: answer }));
  };
  return (incoming) => {
    const asked = receive(incoming, ports);
    if ('answer' in asked) return early(asked);
    const named = { operation: asked.operation, token: asked.token };
    const fault = ports.faults.next({ operation: asked.operation, path: incoming.url });
    const made = fault === undefined ? produce(asked) : faulted(fault, ports.pause, () => produce(asked));
    if (made instanceof Promise) return made.then((end) => ({ ...named, ...end }));
    return { ...named, ...made };
  };
};

/** What is kept as a text of what is asked for; undefined: it is made. */
const textsOf = ({
  served,
  turn,
}: Pick<Receiving, 'served' | 'turn'>): ((asked: ReceivedRequest) => string | undefined) => {
  const texts = serviceTexts();
  return ({ found, caller }) => {
    const holder = caller.kind === 'holder' ? caller.token : undefined;
    if (found.kind !== 'operation' || found.operation.id !== 'ServiceGet' || !asksPlainly(found.query, holder))
      return undefined;
    const { project = '', service = '' } = found.parameters;
    try {
      return texts(served.current(), turn(), { project, service });
    } catch {
      return undefined;
    }
  };
};

/** Its first part takes as long as every other. */
const comesInParts = (found: FoundOperation): boolean =>
  found.kind === 'operation' && (found.operation.id === 'ServiceList' || found.operation.id === 'SnapshotGet');

/** A long list in parts, or what failed when it was begun. */
const beginParts = ({ found, caller }: ReceivedRequest, ports: ResponderPorts): Made | undefined => {
  if (found.kind !== 'operation') return undefined;
  const { operation, parameters, query } = found;
  try {
    const holder = caller.kind === 'holder' ? caller.token : undefined;
    const call = { parameters, query, holder };
    const registry = seenBy(caller, ports.served.current());
    return beginList(operation.id, registry, call) ?? beginSnapshot(operation.id, registry, call);
  } catch (error) {
    if (error instanceof StoreReplacedError) throw error;
    // What is locked is waited for as with everything that is read.
    return error instanceof StoreBusyError ? undefined : { kind: 'answer', response: reportTrouble(error, ports) };
  }
};

/** Clients of the vendor add a limit to every request, and ask for the secrets that they get anyway. */
const asksPlainly = (query: Readonly<Record<string, string>>, holder: TokenRecord | undefined): boolean =>
  showsSecrets({ query, holder }) && Object.keys(query).every((name) => name === 'limit' || name === 'include_secrets');

const seenBy = (caller: Caller, registry: Registry): Registry => {
  if (caller.kind === 'guest') return visibleRegistry(registry, []);
  const projects = caller.kind === 'holder' ? caller.token.projects : null;
  return projects === null ? registry : visibleRegistry(registry, projects);
};

const reportTrouble = (
  thrown: unknown,
  { report, storage, served }: Pick<ResponderPorts, 'report' | 'storage' | 'served'>,
): ApiResponse => {
  if (thrown instanceof StoreConflictError) return refused('write_conflict', thrown.message);
  const error = storage.explain(thrown, served.causeBehind);
  report(error);
  return (
    answerStorage(error) ??
    failed(500, 'internal', 'This is a bug in Forkcast: please report it, with the log of the server.')
  );
};
