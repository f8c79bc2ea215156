import type { ForkPreviewBody } from '../../api';
import { megabytesWords, secondMs } from '../../domain';
import { windowText } from './backups';
import { manifestText } from './manifest';
import { fields } from './table';
import { instantText, lengthText, lossText } from './time';

/** A preview for people: what the fork would be and hold, or the refusals; then what can be restored from where. */
export const previewText = (shown: ForkPreviewBody): string =>
  [
    ...(shown.possible ? possibleText(shown) : refusedText(shown)),
    windowsText(shown),
    ...choicesText(shown),
    ...findingsText(shown),
    'nothing was made',
  ].join('\n\n');

const refusedText = ({ source, refusals }: ForkPreviewBody): readonly string[] => [
  `a fork of ${source.project}/${source.service} would be refused`,
  refusals.map(({ error_code: code, message }) => `  ${code}: ${message}\n  forkcast explain ${code}`).join('\n'),
];

const possibleText = (shown: ForkPreviewBody): readonly string[] => {
  const { source, fork, lineage, estimate } = shown;
  const now = estimate?.now;
  const holds = shown.manifest ? manifestText(shown.manifest) : undefined;
  return [
    `a fork of ${source.project}/${source.service} would be made`,
    fields([
      ['name', fork === undefined ? undefined : `${fork.project}/${fork.service_name}`],
      ['plan', fork?.plan],
      ['cloud', fork?.cloud_name],
      ['disk', fork === undefined || fork.disk_space_mb === 0 ? undefined : megabytesWords(fork.disk_space_mb)],
      ['data', fork === undefined ? undefined : megabytesWords(fork.data_size_mb)],
      ['state of', lineage ? instantText(lineage.recovery_point, now) : undefined],
      ['from backup', lineage ? `${lineage.backup_name} in ${lineage.location} (${lineage.role})` : undefined],
      ['running', afterText(estimate?.seconds_to_running)],
      ['first backup', afterText(estimate?.seconds_to_first_backup)],
      ['price', priceText(shown.price)],
    ]),
    ...(holds === undefined ? [] : [holds]),
  ];
};

const afterText = (after: number | null | undefined): string | undefined =>
  after === undefined || after === null ? undefined : after <= 0 ? 'at once' : `after ${lengthText(after * secondMs)}`;

const priceText = (price: ForkPreviewBody['price']): string | undefined => {
  const [fork, source] = [price?.fork_usd_per_hour ?? null, price?.source_usd_per_hour ?? null];
  if (fork === null) return undefined;
  return `${fork} USD an hour${source === null ? '' : `, its source ${source}`} (list prices of the plans)`;
};

/** What the rules say, where the registry judges. */
const findingsText = ({ findings, undecided }: ForkPreviewBody): readonly string[] => {
  const told = (findings ?? []).map(
    ({ severity, rule, sentence, remedy }) => `  ${severity} ${rule}: ${sentence}\n    ${remedy}`,
  );
  const open = (undecided ?? []).map(({ rule, missing }) => `  undecided ${rule}: ${missing.join(', ')} is not known`);
  return told.length + open.length === 0 ? [] : [`What the rules say:\n${[...told, ...open].join('\n')}`];
};

const choiceFlags: Readonly<Record<string, string>> = {
  'latest-transaction': 'the latest transaction (--latest-transaction)',
  'latest-backup': 'the newest backup (no recovery flag)',
};

/** The newest points it could hold, with what each would lose. */
const choicesText = ({ recovery_choices: choices = [], estimate }: ForkPreviewBody): readonly string[] =>
  choices.length === 0
    ? []
    : [
        `What it could hold at most:\n${fields(
          choices.map(({ target, recovery_point: point, lost_minutes: minutes, from }) => [
            `${choiceFlags[target] ?? target}${from === undefined ? '' : `, with --from ${from} and neither -p nor --cloud`}`,
            `${instantText(point, estimate?.now)}, ${minutes === null ? 'what is newer is lost' : lossText(minutes)}`,
          ]),
        )}`,
      ];

const windowsText = ({ windows, source }: ForkPreviewBody): string =>
  windows.length === 0
    ? `What can be restored: single backups, as listed by forkcast service backup-list ${source.service} --project ${source.project}`
    : `What can be restored:\n${fields(
        windows.map(
          ({ location, role, earliest, latest, down }) =>
            [
              role,
              `${windowText(earliest, latest)} in ${location}${down === true ? ', which is down: nothing of it can be restored now' : ''}`,
            ] as const,
        ),
      )}`;
