import * as z from 'zod/mini';
import { ContractBrokenError } from '../../api';
import type { JsonObject, JsonValue } from '../../domain';
import { secondMs } from '../../domain';
import { isJsonObject } from '../json';
import { windowText } from './backups';
import { manifestText } from './manifest';
import { megabytesText } from './size';
import { fields } from './table';
import { instantText, lengthText, lossText } from './time';

const text = z.string();
const maybe = z.nullable(z.string());
const seconds = z.nullable(z.number());
const shape = z.looseObject({
  possible: z.boolean(),
  source: z.looseObject({ project: text, service: text, state: text }),
  windows: z.array(
    z.looseObject({ location: text, role: text, earliest: maybe, latest: maybe, down: z.optional(z.boolean()) }),
  ),
  recovery_choices: z.optional(
    z.array(
      z.looseObject({
        target: text,
        recovery_point: text,
        lost_minutes: z.nullable(z.number()),
        from: z.optional(text),
      }),
    ),
  ),
  refusals: z.array(z.looseObject({ error_code: text, message: text })),
  lineage: z.optional(
    z.nullable(z.looseObject({ recovery_point: text, backup_name: text, location: text, role: text })),
  ),
  estimate: z.optional(
    z.looseObject({
      now: text,
      running_at: maybe,
      first_backup_at: maybe,
      seconds_to_running: seconds,
      seconds_to_first_backup: seconds,
    }),
  ),
  fork: z.optional(
    z.looseObject({
      project: text,
      service_name: text,
      plan: text,
      cloud_name: text,
      disk_space_mb: z.number(),
      data_size_mb: z.number(),
    }),
  ),
});

/** What the registry says of a fork that is not made. */
interface ForkPreview {
  readonly possible: boolean;
  readonly json: JsonObject;
  readonly shown: z.infer<typeof shape>;
}

/** Reads the answer to a fork preview. @throws ContractBrokenError when it is none */
export const previewOf = (answer: JsonValue): ForkPreview => {
  const parsed = shape.safeParse(answer);
  if (!parsed.success || !isJsonObject(answer)) throw new ContractBrokenError('fork-preview', 'it is no preview');
  return { possible: parsed.data.possible, json: answer, shown: parsed.data };
};

/** A preview for people: what the fork would be and hold, or the refusals; then what can be restored from where. */
export const previewText = ({ shown }: ForkPreview): string =>
  [
    ...(shown.possible ? possibleText(shown) : refusedText(shown)),
    windowsText(shown),
    ...choicesText(shown),
    'nothing was made',
  ].join('\n\n');

type Shown = ForkPreview['shown'];

const refusedText = ({ source, refusals }: Shown): readonly string[] => [
  `a fork of ${source.project}/${source.service} would be refused`,
  refusals.map(({ error_code: code, message }) => `  ${code}: ${message}\n  forkcast explain ${code}`).join('\n'),
];

const possibleText = (shown: Shown): readonly string[] => {
  const { source, fork, lineage, estimate } = shown;
  const now = estimate?.now;
  const manifest = shown['manifest'];
  const holds = isManifest(manifest) ? manifestText(manifest) : undefined;
  return [
    `a fork of ${source.project}/${source.service} would be made`,
    fields([
      ['name', fork === undefined ? undefined : `${fork.project}/${fork.service_name}`],
      ['plan', fork?.plan],
      ['cloud', fork?.cloud_name],
      ['disk', fork === undefined || fork.disk_space_mb === 0 ? undefined : megabytesText(fork.disk_space_mb)],
      ['data', fork === undefined ? undefined : megabytesText(fork.data_size_mb)],
      ['state of', lineage ? instantText(lineage.recovery_point, now) : undefined],
      ['from backup', lineage ? `${lineage.backup_name} in ${lineage.location} (${lineage.role})` : undefined],
      ['running', afterText(estimate?.seconds_to_running)],
      ['first backup', afterText(estimate?.seconds_to_first_backup)],
    ]),
    ...(holds === undefined ? [] : [holds]),
  ];
};

const isManifest = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

const afterText = (after: number | null | undefined): string | undefined =>
  after === undefined || after === null ? undefined : after <= 0 ? 'at once' : `after ${lengthText(after * secondMs)}`;

const choiceFlags: Readonly<Record<string, string>> = {
  'latest-transaction': 'the latest transaction (--latest-transaction)',
  'latest-backup': 'the newest backup (no recovery flag)',
};

/** The newest points it could hold, with what each would lose. */
const choicesText = ({ recovery_choices: choices = [], estimate }: Shown): readonly string[] =>
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

const windowsText = ({ windows, source }: Shown): string =>
  windows.length === 0
    ? `what can be restored from ${source.service} is not known`
    : `What can be restored:\n${fields(
        windows.map(
          ({ location, role, earliest, latest, down }) =>
            [
              role,
              `${windowText(earliest, latest)} in ${location}${down === true ? ', which is down: nothing of it can be restored now' : ''}`,
            ] as const,
        ),
      )}`;
