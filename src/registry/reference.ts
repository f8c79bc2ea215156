import type { ServiceId } from '../domain';

/** One end of an integration: a service, or an endpoint outside. */
type End = ({ readonly kind: 'service' } & ServiceId) | { readonly kind: 'endpoint'; readonly name: string };

/** An end as a world file writes it, and as a service keeps its peers: with a slash it is a service. */
export const parseEnd = (text: string): End =>
  text.includes('/') ? { kind: 'service', ...parseReference(text) } : { kind: 'endpoint', name: text };

/** The service that `project/service` names. */
export const parseReference = (reference: string): ServiceId => {
  const [project = '', service = ''] = reference.split('/', 2);
  return { project, service };
};
