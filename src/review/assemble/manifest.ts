import { byCodeUnit, type ManifestEntry, type ServiceFacts, type ServiceType } from '../../domain';
import type { Subject } from '../../rules';

/** What the fork will hold of its source, and what stays behind. */
interface Manifests {
  readonly copied: readonly ManifestEntry[];
  readonly notCopied: readonly ManifestEntry[];
}

/** Names of one entry: more would hide the rest. */
const mostNames = 50;

/**
 * What is copied and what is not, by name where facts of the source are at hand. Databases, users and pools are in the data;
 * facts do not list them.
 * @see "Service forking", what is copied (read 2026-11-20)
 */
export const foretellManifests = ({ source, type }: Subject): Manifests => {
  const known = type.known ? type.value : undefined;
  const service = source.kind === 'live' ? source.service : undefined;
  const entry = (item: ManifestEntry['item'], names: readonly string[] = []): ManifestEntry => ({
    item,
    names: [...names].sort(byCodeUnit).slice(0, mostNames),
  });
  return {
    copied: [
      entry('configuration'),
      ...(known?.defaultDatabase === undefined ? [] : [entry('databases')]),
      entry('service-users'),
      ...(known?.hasConnectionPools ? [entry('connection-pools')] : []),
      ...(known?.hasRoles ? [entry('roles'), entry('grants')] : []),
    ],
    notCopied: [
      ...(service?.integrations.length === 0 ? [] : [entry('integrations', integrationNames(service))]),
      ...singleSignOn(service, known).map((names) => entry('single-sign-on', names)),
      ...(service !== undefined && Object.keys(service.tags).length === 0
        ? []
        : [entry('tags', Object.keys(service?.tags ?? {}))]),
      entry('backups'),
    ],
  };
};

const integrationNames = (service: ServiceFacts | undefined): readonly string[] =>
  (service?.integrations ?? []).map(({ type, end, peer }) => `${type} ${end === 'source' ? 'to' : 'from'} ${peer}`);

/** At most one list of keys; none where the type has no single sign-on, or the source does not use it. */
const singleSignOn = (
  service: ServiceFacts | undefined,
  type: ServiceType | undefined,
): readonly (readonly string[])[] => {
  const keys = (type?.userConfig ?? []).filter(({ effect }) => effect === 'sso').map(({ key }) => key);
  if (keys.length === 0) return [];
  if (service === undefined) return [[]];
  const used = keys.filter((key) => {
    const value = service.userConfig[key];
    return value !== undefined && value !== null;
  });
  return used.length === 0 ? [] : [used];
};
