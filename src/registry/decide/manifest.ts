import type { JsonObject, Manifest, ManifestEntry, ServiceType } from '../../domain';
import { isCopiedSetting } from '../digest';

/** What is known of a source when it is forked. */
interface ManifestInput {
  readonly type: ServiceType;
  readonly settings: JsonObject;
  readonly databases: readonly string[];
  readonly users: readonly string[];
  readonly pools: readonly string[];
  readonly roles: readonly string[];
  readonly grants: readonly string[];
  readonly integrations: readonly string[];
  readonly tags: readonly string[];
  readonly tagsCopied: boolean;
  readonly returned: readonly ManifestEntry[];
}

/** Most names listed of one kind. */
const mostNames = 20;

/** What a fork copies and what it does not; groups with no names are left out. @see "Service forking" (read 2026-11-20) */
export const makeManifest = (input: ManifestInput): Manifest => {
  const keys = Object.keys(input.settings);
  const isSso = (key: string): boolean =>
    input.type.userConfig.some((known) => known.key === key && known.effect === 'sso');
  const tags = entry('tags', input.tags);
  const returned = input.returned.flatMap(({ item, names }) => entry(item, names));
  return {
    ...(returned.length === 0 ? {} : { returned }),
    copied: [
      ...entry(
        'configuration',
        keys.filter((key) => isCopiedSetting(input.type, key)),
      ),
      ...entry('databases', input.databases),
      ...entry('service-users', input.users),
      ...entry('connection-pools', input.pools),
      ...entry('roles', input.roles),
      ...entry('grants', input.grants),
      ...(input.tagsCopied ? tags : []),
    ],
    notCopied: [
      ...entry('integrations', input.integrations),
      ...entry('single-sign-on', keys.filter(isSso)),
      ...(input.tagsCopied ? [] : tags),
    ],
  };
};

const entry = (item: ManifestEntry['item'], names: readonly string[]): readonly ManifestEntry[] =>
  names.length === 0 ? [] : [{ item, names: [...names].sort().slice(0, mostNames) }];
