import { cloudOf } from '../asked';
import { askedBackupRegion } from '../backup-region';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { isAllowedPlace } from '../survival/allowed';
import { policiesOf } from '../survival/terms';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 156: a service, or the copies of its backups, lie where a policy lets no data be. */
export const outsidePolicy = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'policies',
  title: 'Data would lie where a policy does not allow it',
  why: 'A fork is a full copy, and a second backup region is another one. Both are bound to where the data may be.',
  attribute: 'cloud_name',
  sources: [inferred('parts of the world are those that the list of clouds names')],
  planOnly: 'The registry knows no policies.',
  messages: {
    outside: {
      detail: '{cloud} is outside of what policy {policy} allows: {allowed}.',
      remedy: 'Choose a cloud that it allows, or change the policy.',
    },
  },
  check: (subject) => {
    const policies = policiesOf(subject).filter(({ dataIn }) => dataIn !== undefined);
    if (policies.length === 0) return notApplicable;
    const region = askedBackupRegion(subject);
    if (region.kind === 'stopped' && region.verdict.kind === 'undecided') return region.verdict;
    const places = [
      { cloud: cloudOf(subject), attribute: 'cloud_name' },
      ...(region.kind === 'read' && region.value !== null
        ? [{ cloud: region.value, attribute: 'user_config.additional_backup_regions' }]
        : []),
    ];
    let open = '';
    for (const { name, dataIn = [] } of policies)
      for (const { cloud, attribute } of places) {
        const isAllowed = isAllowedPlace(cloud, dataIn, subject.catalogue);
        if (isAllowed === false)
          return violated('outside', { cloud, policy: name, allowed: dataIn.join(', ') }, attribute);
        if (isAllowed === undefined) open = cloud;
      }
    return open === '' ? pass : undecided(`where in the world ${open} lies`);
  },
});
