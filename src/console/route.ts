/** The tabs of the page of a service, in their order. */
export const tabs = ['time-line', 'backups', 'contents', 'lineage', 'lag', 'settings'] as const;
export type Tab = (typeof tabs)[number];

/** What a page is about. */
export type Place =
  | { readonly page: 'services' }
  | { readonly page: 'service'; readonly project: string; readonly service: string; readonly tab: Tab }
  | { readonly page: 'review' }
  | { readonly page: 'nowhere'; readonly path: string };

/** The state of a page, whole: its address says it, and nothing else does. */
export interface Route {
  readonly place: Place;
  readonly query: Readonly<Record<string, string>>;
}

/** Reads an address below `/console`. Never throws. */
export const parseRoute = (address: string): Route => {
  const [path = '', search = ''] = address.split('?', 2);
  const query = Object.fromEntries(new URLSearchParams(search));
  return { place: parsePlace(path), query };
};

const parsePlace = (path: string): Place => {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodePart);
  const [first, project, second, service, tab] = parts;
  if (first === undefined) return { page: 'services' };
  if (first === 'review' && parts.length === 1) return { page: 'review' };
  if (
    first === 'project' &&
    project !== undefined &&
    second === 'service' &&
    service !== undefined &&
    parts.length <= 5
  ) {
    const found = tab === undefined ? 'time-line' : tabs.find((name) => name === tab);
    if (found !== undefined) return { page: 'service', project, service, tab: found };
  }
  return { page: 'nowhere', path };
};

const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The address of a state. `parseRoute` reads the same state from it. */
export const writeRoute = ({ place, query }: Route): string => {
  const search = new URLSearchParams(query).toString();
  return writePlace(place) + (search === '' ? '' : `?${search}`);
};

const writePlace = (place: Place): string => {
  switch (place.page) {
    case 'services':
      return '/';
    case 'review':
      return '/review';
    case 'nowhere':
      return place.path;
    case 'service': {
      const tab = place.tab === 'time-line' ? '' : `/${place.tab}`;
      return `/project/${encodeURIComponent(place.project)}/service/${encodeURIComponent(place.service)}${tab}`;
    }
  }
};

/** A query with some of its parts changed; undefined takes a part out. */
export const changeQuery = (
  query: Route['query'],
  changes: Readonly<Record<string, string | undefined>>,
): Route['query'] =>
  Object.fromEntries(
    Object.entries({ ...query, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
