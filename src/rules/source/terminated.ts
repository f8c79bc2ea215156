import { serviceKey, toRfc3339 } from '../../domain';
import { backupsPage } from '../cite';
import { longestOffSource } from '../longest-off';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 24: a source that is gone. */
export const sourceTerminated = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source service was terminated',
  why: 'The backups of a terminated service are kept for 30 days, but only the support team of the vendor can restore them.',
  attribute: 'user_config.service_to_fork_from',
  sources: [backupsPage, longestOffSource],
  predicts: ['fork_source_terminated'],
  messages: {
    kept: {
      detail: '{source} was {ended} at {terminatedAt}; its backups are kept until {keptUntil}.',
      remedy: 'Ask the support team to restore it before {keptUntil}, or choose a live source.',
    },
    lost: {
      detail: '{source} was {ended} at {terminatedAt}; its backups were kept until {keptUntil} and are gone.',
      remedy: 'Choose a live source.',
    },
  },
  check: ({ source, now }) => {
    if (source.kind === 'none') return notApplicable;
    if (source.kind === 'unknown') return undecided(source.missing);
    if (source.kind !== 'terminated') return pass;
    const { service } = source;
    if (!now.known) return undecided('the clock of the control plane');
    return violated(now.value <= service.backupsKeptUntil ? 'kept' : 'lost', {
      source: serviceKey(service),
      ended: service.removed === true ? 'deleted after 180 days powered off' : 'terminated',
      terminatedAt: toRfc3339(service.terminatedAt),
      keptUntil: toRfc3339(service.backupsKeptUntil),
    });
  },
});
