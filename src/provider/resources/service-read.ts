import { ForkcastError, serviceKey, type ServiceId } from '../../domain';
import type { Forkcast } from '../client';
import { diagnosticOf } from '../diagnostics';
import { type Call, errorAt, type ObjectValue, type StateAnswer } from '../protocol';
import { serviceIdOf } from './service-id';
import { notesOf, notesOn } from './service-private';
import { importedState, stateOf } from './service-state';

/** The service as it is; gone when it was terminated, also when another one has its name since. */
export const readForkcastService = async (state: ObjectValue, call: Call<Forkcast>): Promise<StateAnswer> => {
  const [id, { registry }] = [serviceIdOf(state), call.client];
  if (id === undefined || registry === undefined) return { state };
  try {
    const body = await registry.getService(id.project, id.service);
    const { incarnation, observed } = notesOf(call);
    if (body === undefined) return { state: null };
    if (incarnation !== undefined && body.forkcast !== undefined && body.forkcast.incarnation !== incarnation) {
      call.log('warn', `${serviceKey(id)} was terminated, and another service has its name`);
      return { state: null };
    }
    return { state: stateOf(state, id, body), private: notesOn(body, observed) };
  } catch (error) {
    if (!(error instanceof ForkcastError)) throw error;
    return { state, diagnostics: [diagnosticOf(error, `Cannot read ${serviceKey(id)}`)] };
  }
};

/** Takes over a live service by `project/service`, or by its name alone in the provider's project. */
export const importForkcastService = async (text: string, call: Call<Forkcast>): Promise<StateAnswer> => {
  const id = parseId(text, call.client.project);
  const { registry } = call.client;
  if (id === undefined || registry === undefined) {
    const detail = `${JSON.stringify(text)} names no service. Import by project/service, such as demo/orders.`;
    return { state: null, diagnostics: [errorAt({ summary: 'Cannot import', detail })] };
  }
  try {
    const body = await registry.getService(id.project, id.service);
    if (body === undefined) return { state: null };
    const { state, observed } = importedState(id, body);
    return { state, private: notesOn(body, observed) };
  } catch (error) {
    if (!(error instanceof ForkcastError)) throw error;
    return { state: null, diagnostics: [diagnosticOf(error, 'Cannot import')] };
  }
};

const parseId = (text: string, project: string | undefined): ServiceId | undefined => {
  const parts = text.split('/');
  const [first, second] = parts;
  if (first === undefined || first === '' || parts.length > 2) return undefined;
  if (second !== undefined) return second === '' ? undefined : { project: first, service: second };
  return project === undefined ? undefined : { project, service: first };
};
