import type { LiveService } from './live-service';
import type { PlannedChange } from './planned-change';

/** What a plan does: an update of nothing in particular, from a record of `analytics-pg`. Never throws. */
export const aChange = (
  kind: PlannedChange['kind'],
  options: Partial<Omit<PlannedChange, 'kind' | 'prior'>> & { readonly prior?: Partial<LiveService> } = {},
): PlannedChange => {
  const { prior, ...rest } = options;
  const recorded = kind === 'create' ? {} : { prior: { ...emptyPrior, ...prior } };
  return { reasons: [], ...rest, kind, ...recorded };
};

const emptyPrior: LiveService = {
  ...{ project: 'demo', diskSpaceMb: undefined, terminationProtection: false, lineage: null, origin: null },
  service: 'analytics-pg',
  type: undefined,
  plan: 'business-4',
  cloud: 'google-europe-west1',
  userConfig: {},
  tags: {},
  staticIps: [],
};
