import { sourceKeys } from '../asks';
import { documented, inferred } from '../cite';
import { defineRule } from '../rule';
import { sourceType } from '../source-type';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { orUndecided } from '../stop';

/** Rule 15: a backup restores only into its own type. */
export const typeMismatch = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source is of another service type',
  why: 'A backup can be restored only into a service of the type that wrote it, or of the one that replaced that type.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    inferred('backups are written and read by one engine'),
    documented('documentation, products/opensearch: Elasticsearch is migrated to OpenSearch by a fork'),
  ],
  overshadows: 'live-source',
  asks: { any: sourceKeys, about: ['fork'] },
  predicts: ['fork_type_mismatch'],
  messages: {
    mismatch: {
      detail: '{source} is of type {sourceType}; the fork is declared with type {type}.',
      remedy: 'Declare the fork with type {wanted}, or choose a source of type {type}.',
    },
  },
  check: ({ request: { address, serviceType }, source, catalogue }) => {
    const found = sourceType(source);
    if (found === undefined) return source.kind === 'unknown' ? undecided(source.missing) : notApplicable;
    const type = orUndecided(serviceType, `service_type of ${address}`);
    // Of a type that is none, the source is beside the point.
    if (catalogue.serviceTypes.get(type)?.forkable !== true) return notApplicable;
    const written = orUndecided(found.type, `service_type of ${found.name}`);
    const heirs = [...catalogue.serviceTypes.values()].filter(({ alsoForkedFrom }) =>
      alsoForkedFrom?.includes(written),
    );
    if (type === written || heirs.some(({ name }) => name === type)) return pass;
    const isLegacy = catalogue.serviceTypes.get(written)?.legacy === true;
    const wanted = (isLegacy ? heirs[0]?.name : undefined) ?? written;
    return violated('mismatch', { source: found.name, sourceType: written, type, wanted });
  },
});
