import { stateAt } from './contents';
import { instanceKey } from './events';
import type { EndedPage, EndedQuery, LifeId } from './lives';
import { readService, viewKeys } from './read-views';
import { parseReference } from './reference';
import type { ServiceState } from './state';
import { decodeOwn } from './store/codec';
import { wholeLog, type StoreReader } from './store/event-store';

/** One of the lives of a name; without an incarnation the newest; undefined: there never was one. */
export const readInstance = (
  reader: StoreReader,
  { project, service, incarnation }: LifeId,
): ServiceState | undefined => {
  const id = { project, service };
  const newest = readService(reader, id);
  if (newest === undefined || incarnation === undefined || newest.incarnation === incarnation) return newest;
  const instance = instanceKey({ ...id, incarnation });
  return stateAt(reader, wholeLog(instance));
};

/** Names that are looked at for one page. */
const mostNames = 2_000;

/** The ended services of a project, by name, then incarnation: all lives of a name but the one that goes on. */
export const endedPage = (reader: StoreReader, project: string, { after, limit }: EndedQuery): EndedPage => {
  const prefix = viewKeys.servicesOf(project);
  const begun = after === undefined ? undefined : readService(reader, { project, service: after.service });
  const page = { prefix, after: after && `${prefix}${after.service}`, descending: false, limit: mostNames };
  const views = reader.viewPage(page).map(({ body }) => decodeOwn<ServiceState>(body));
  const names = [...(begun === undefined ? [] : [begun]), ...views];
  const services: ServiceState[] = [];
  for (const newest of names) {
    const first = newest.service === after?.service ? after.incarnation + 1 : 1;
    const last = newest.terminatedAt === null ? newest.incarnation - 1 : newest.incarnation;
    for (let incarnation = first; incarnation <= last; incarnation += 1) {
      if (services.length >= limit) return { services, next: services.at(-1) };
      const state = readInstance(reader, { ...parseReference(`${project}/${newest.service}`), incarnation });
      if (state !== undefined) services.push(state);
    }
  }
  const end = views.length < mostNames ? undefined : views.at(-1);
  return { services, next: end };
};
