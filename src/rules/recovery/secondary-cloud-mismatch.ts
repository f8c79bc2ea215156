import { serviceKey } from '../../domain';
import { cloudOf } from '../asked';
import { sourceKeys } from '../asks';
import { documented, inferred } from '../cite';
import { defineRule } from '../rule';
import { secondarySource } from '../secondary-source';
import { pass, violated } from '../verdict';

/** Rule 56: a fork from the secondary location runs in the region of that location. */
export const secondaryCloudMismatch = defineRule({
  severity: 'error',
  scope: 'creation',
  only: 'secondary',
  title: 'Fork from the secondary location is in another region',
  why: 'The second copy of the backups can be restored only in the region where it lies.',
  attribute: 'cloud_name',
  sources: [
    documented('documentation, Manage backup to another region'),
    inferred('with the primary region down, only the secondary location can serve'),
  ],
  asks: { any: sourceKeys },
  predicts: ['secondary_cloud_mismatch'],
  messages: {
    asserted: {
      detail: 'The fork runs in {cloud}; the secondary location of {source} is {region}.',
      remedy: 'Set cloud_name to "{region}", or fork from the primary location.',
    },
    'primary-down': {
      detail: 'The fork runs in {cloud}, but the primary region of {source} is down and its copies lie in {region}.',
      remedy: 'Set cloud_name to "{region}", or wait until the primary region is back.',
    },
  },
  check: (subject) => {
    const { service, region, message } = secondarySource(subject);
    const cloud = cloudOf(subject);
    return cloud === region ? pass : violated(message, { cloud, region, source: serviceKey(service) });
  },
});
