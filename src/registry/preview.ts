import { once } from '../domain';
import type { CreateService } from './commands';
import { heldAt } from './contents';
import { decide } from './decide';
import { serviceDetailAt } from './describe-service';
import { isServiceEvent } from './events';
import { evolveService } from './evolve-service';
import { makeContext } from './execute';
import type { ExecuteOptions } from './execute';
import { parseKey, type FoundKey, type KeySource } from './key';
import { openingOf } from './opening';
import type { Preview } from './registry';
import type { ServiceState } from './state';
import type { StoreReader } from './store/event-store';

/** For what is kept nowhere. */
const anyKey = once(() => parseKey('0'.repeat(64)));

/** Decides a create and folds its events, as the real one would, and keeps nothing of it. */
export const previewAt = (reader: StoreReader, options: ExecuteOptions, command: CreateService): Preview => {
  const context = makeContext(reader, { ...options, keys: options.keys && withoutMaking(options.keys) });
  const decision = decide(command, context);
  if (decision.kind === 'refused') return decision;
  const { now } = context;
  const state = decision.events
    .filter(isServiceEvent)
    .reduce<ServiceState | undefined>((before, event) => evolveService(before, event, now), undefined);
  if (state === undefined) {
    return { kind: 'refused', refusal: { code: 'request_invalid', message: 'The request makes no service.' } };
  }
  return {
    kind: 'possible',
    at: now,
    service: serviceDetailAt(context, state, {
      forkDigest: null,
      integrationSettings: {},
      peerTypes: {},
      held: heldAt(reader, state, now),
      ...openingOf(context.registry, options.keys),
    }),
  };
};

const withoutMaking = (keys: KeySource): KeySource => {
  const find = (): FoundKey => {
    const found = keys.find();
    const key = found.kind === 'none' ? anyKey() : undefined;
    return key === undefined ? found : { kind: 'key', key };
  };
  return { find: () => keys.find(), take: find };
};
