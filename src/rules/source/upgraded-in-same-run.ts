import { documented, inferred } from '../cite';
import { liveSourceOf } from '../live-source';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';
import { upgradeOfSource } from '../versions';

/** Rule 147, beyond the reference: the run that forks a service upgrades it too. */
export const upgradedInSameRun = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Source is upgraded in the same run',
  why:
    'A major upgrade ends the restore points of before. A fork that is made after it has the new version, and no instant from before; ' +
    'until the first backup of the new version is there, it is refused.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    documented('documentation, products/postgresql/concepts/pg-backups: full backups are version specific'),
    inferred('the same holds for the other types whose forks keep the major version'),
  ],
  planOnly:
    'Each of the two requests is in order by itself; only the plan shows that one takes the ground from the other.',
  messages: {
    first: {
      detail:
        '{source} goes from {title} {current} to {version} before this fork is made. The fork gets a backup of after the upgrade, of' +
        ' version {version}, and is refused until there is one.',
      remedy:
        'Fork it in an earlier run to hold the data and the version of now; in a later one to hold those of after the upgrade.',
    },
    unordered: {
      detail:
        '{source} goes from {title} {current} to {version} in the same run, in no fixed order: the fork gets a backup of version' +
        ' {current}, or is refused.',
      remedy: 'Fork it in a run of its own, before or after the upgrade.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    orStop(liveSourceOf(subject));
    const upgrade = upgradeOfSource(subject);
    if (upgrade === undefined) return pass;
    const { source: name, title, current, version, isFirst } = upgrade;
    return violated(isFirst ? 'first' : 'unordered', { source: name, title, current, version });
  },
});
