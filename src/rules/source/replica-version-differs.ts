import { serviceKey, type ServiceType } from '../../domain';
import { writtenText } from '../../planner';
import { documented, inferred } from '../cite';
import { followedBy } from '../followed';
import { hasKey, typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { sourceType } from '../source-type';
import { orStop, orUndecided } from '../stop';
import type { SourceFinding, Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 145, beyond the reference: a replica runs the version and variant of the service that it follows. */
export const replicaVersionDiffers = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Replica asks for another version than what it follows',
  why:
    'A replica takes in the log of its source as it is written, which only the same version and variant of the engine can read. ' +
    'It is upgraded with its source.',
  attribute: 'user_config',
  sources: [
    documented('documentation, products/postgresql/howto/upgrade: a read-only replica is upgraded with its primary'),
    inferred('replication is done by the engine itself, for every type'),
  ],
  asks: { about: ['replica'] },
  predicts: ['fork_version_mismatch', 'fork_variant_mismatch'],
  messages: {
    differs: {
      detail: '{key} is {asked}, and {source}, which it follows, has {key} {held}.',
      remedy:
        'Leave {key} out or set it to "{held}". To change it, upgrade {source}: its replicas are upgraded with it.',
    },
  },
  check: (subject) => {
    const all = followedBy(subject);
    if (all.length === 0) return notApplicable;
    const type = orStop(typeOf(subject));
    for (const key of formKeys(type)) {
      const asked = writtenText(orUndecided(subject.setting(key), `user_config.${key} of ${subject.request.address}`));
      if (asked === undefined) continue;
      for (const { source } of all) {
        const found = sourceType(source);
        if (found === undefined && source.kind === 'unknown') return undecided(source.missing);
        if (found === undefined) continue;
        const name = orUndecided(found.type, `service_type of ${found.name}`);
        if (name !== type.name) continue;
        const held = heldBy(subject, source, { key, type });
        if (held === undefined) return undecided(`user_config.${key} of ${found.name}`);
        if (held !== asked) return violated('differs', { key, asked, source: found.name, held }, `user_config.${key}`);
      }
    }
    return pass;
  },
});

const formKeys = (type: ServiceType): readonly string[] =>
  [type.versionKey ?? '', 'variant'].filter((key) => hasKey(type, key));

/** What the source has when the replica is made; undefined: nobody can tell, as where the same run changes it. */
const heldBy = (
  { configuration }: Subject,
  source: SourceFinding,
  { key, type }: { readonly key: string; readonly type: ServiceType },
): string | undefined => {
  const usual = key === 'variant' ? 'aiven' : undefined;
  if (source.kind === 'live') {
    const held = writtenText(source.service.userConfig[key]) ?? usual;
    const asked = configuration.byName.get(serviceKey(source.service))?.[0]?.userConfig[key];
    if (asked === undefined) return held;
    return asked.known && (writtenText(asked.value) ?? held) === held ? held : undefined;
  }
  if (source.kind !== 'declared' && source.kind !== 'unknown') return undefined;
  const written = source.request?.userConfig[key];
  if (written !== undefined && !written.known) return undefined;
  const first = source.kind === 'declared' ? (usual ?? type.defaultVersion) : undefined;
  return (written === undefined ? undefined : writtenText(written.value)) ?? first;
};
