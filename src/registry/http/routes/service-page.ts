import type { AnswerOf, Contract, QueryOf, servicePageOperations } from '../../../api';
import { parseServiceFilter, toRfc3339, type ServiceId } from '../../../domain';
import type { Registry } from '../../registry';
import type { PageOrder } from '../../page-query';
import { answered, onProject, refused, type Reply } from '../answer';
import { readCursor, writeCursor } from '../page-cursor';
import { pagedServiceBody } from '../paged-service-body';
import { shownTo } from '../redaction';
import type { Routes } from '../route';
import { serviceBody } from '../service-body';

/** How the registry answers operations on lists that are read page by page. */
export const servicePageRoutes: Routes<typeof servicePageOperations> = {
  ServicePage: (registry, { query }) =>
    query.project === undefined
      ? showPage(registry, undefined, query)
      : onProject(registry, query.project, ({ name }) => showPage(registry, [name], query)),
};

const usualLimit = 100;

const showPage = (
  registry: Registry,
  projects: readonly string[] | undefined,
  query: QueryOf<Contract['ServicePage']>,
): Reply<AnswerOf<Contract['ServicePage']>> => {
  const { filter: text = '', sort = 'name' } = query;
  const read = parseServiceFilter(text);
  if (read.kind === 'fault') return refused('request_invalid', `Query, filter: ${read.text}`);
  const question = JSON.stringify([query.project ?? null, text, sort]);
  const cursor = query.cursor === undefined ? undefined : readCursor(question, query.cursor);
  const page = registry.servicePage({
    projects,
    filter: read.filter,
    order: readOrder(sort),
    after: cursor?.position,
    limit: Math.min(Number(query.limit ?? usualLimit), query.whole === 'true' ? usualLimit : Infinity),
  });
  const firstVersion = cursor?.firstVersion ?? page.version;
  if ((query.cursor !== undefined && cursor === undefined) || firstVersion > page.version) return foreignCursor;
  return answered({
    now: toRfc3339(page.now),
    version: page.version,
    first_version: firstVersion,
    services: page.services.map((paged) =>
      query.whole === 'true'
        ? { ...pagedServiceBody(paged), ...wholeService(registry, paged.facts) }
        : pagedServiceBody(paged),
    ),
    next: page.next === undefined ? null : writeCursor(question, { firstVersion, position: page.next }),
  });
};

const wholeService = (registry: Registry, id: ServiceId) => {
  const detail = registry.findService(id);
  const asked = { query: { include_secrets: 'false' } };
  return detail === undefined ? {} : { service: serviceBody(shownTo(asked, detail)) };
};

const foreignCursor = refused(
  'request_invalid',
  'Query, cursor: it is no `next` of a page with this project, filter and sort in this registry. Leave it out to begin again.',
);

const readOrder = (sort: 'name' | '-name' | 'created' | '-created'): PageOrder => ({
  by: sort === 'name' || sort === '-name' ? 'name' : 'created',
  descending: sort.startsWith('-'),
});
