import type { ResourceClient } from '../../api';
import { serviceKey, type ServiceId } from '../../domain';
import type { Outcome } from '../../engine';
import type { Forkcast } from '../client';
import { explain } from '../diagnostics';
import { type ApplyCall, type Diagnostic, errorAt, type ObjectValue, type StateAnswer, warningAt } from '../protocol';
import { readServiceId } from './service-id';
import { notesOn } from './service-private';
import { writeState } from './service-state';

/** Where an operation works: the registry must be known by now. */
export interface Place {
  readonly id: ServiceId;
  readonly registry: ResourceClient;
}

/** The place of an object; undefined: it is not known yet. */
export const findPlace = (object: ObjectValue, call: ApplyCall<Forkcast>): Place | undefined => {
  const [id, registry] = [readServiceId(object), call.client.writer(call)];
  return id === undefined || registry === undefined ? undefined : { id, registry };
};

/** There is no place to work at. */
export const nowhere: Diagnostic = errorAt({
  summary: 'The registry is not known',
  detail: 'The configuration of the provider, or the name of the service, is not known while it is applied.',
});

/** A service was ended between the plan and the change. */
export const gone = (id: ServiceId): Diagnostic =>
  errorAt({
    summary: `${serviceKey(id)} is gone`,
    detail: 'It was terminated after the plan was made. Plan again.',
  });

/** A service was made from something else than the plan knew. */
export const stale = (id: ServiceId): Diagnostic =>
  errorAt({
    summary: `${serviceKey(id)} is not what was planned`,
    detail: 'What it was made from is not what the plan knew, and an update never replaces it. Plan again.',
  });

/** What came of a create or an update: ready, or as it is. */
export const buildAnswer = (
  shape: ObjectValue,
  { id, registry }: Place,
  outcome: Outcome,
  notes: Omit<Parameters<typeof notesOn>[1], 'registry'>,
): StateAnswer => {
  const { service } = outcome;
  const state = writeState({ ...shape, ready: outcome.kind === 'done' }, id, service);
  const answer = { state, private: notesOn(service, { ...notes, registry: registry.target }) };
  if (outcome.kind === 'done') return answer;
  const detail =
    `It exists and is ${service.state}. ${outcome.error.message} It is in the state as it is, and the next apply ` +
    `waits on.\n${explain(outcome.error.code)}`;
  return {
    ...answer,
    state: { ...state, ready: false },
    diagnostics: [warningAt({ summary: `${serviceKey(id)} is not ready yet`, detail })],
  };
};
