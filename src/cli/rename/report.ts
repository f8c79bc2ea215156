import type { ServiceBody } from '../../api';
import { megabytesWords, type JsonObject, printableValue, type ReviewCard } from '../../domain';
import { reviewDocument } from '../../review';
import { asJson } from '../json';
import { shownService, withoutPassword } from '../show/service';
import type { MovedIntegration } from './integrations';
import type { Rename } from './plan';
import { restoresTransactions, ssoSettings } from './plan';

/** How far a rename came: stopped by a check, looked at only, forked with the original still there, or done. */
type RenameAction = 'stopped' | 'dry-run' | 'forked' | 'renamed';

/** Everything to tell of a rename. */
export interface RenameReport {
  readonly rename: Rename;
  readonly action: RenameAction;
  /** Undefined when an earlier run made the fork. */
  readonly review: ReviewCard | undefined;
  readonly fork: ServiceBody | undefined;
  readonly resumed: boolean;
  readonly integrations: readonly MovedIntegration[];
  readonly digests: { readonly source: string; readonly fork: string } | undefined;
  /** Why the original was not terminated though that was asked. */
  readonly kept: string | undefined;
}

/** The report for programs. */
export const renameJson = (report: RenameReport): JsonObject => {
  const { rename, action, review, fork, resumed, integrations, digests, kept } = report;
  return {
    action,
    project: rename.project,
    from: rename.source.service_name,
    to: rename.to,
    resumed,
    review: review === undefined ? null : reviewDocument(review),
    integrations: integrations.map(({ id, type, status, note, request }) => ({
      service_integration_id: id,
      integration_type: type,
      status,
      note,
      request: asJson(request),
    })),
    singleSignOn: ssoSettings(rename.source),
    uri: { old: shownUri(rename.source) ?? null, new: shownUri(fork) ?? null },
    dataDigest: digests === undefined ? null : { ...digests, equal: digests.source === digests.fork },
    terminated: action === 'renamed',
    kept: kept ?? null,
    service: fork === undefined ? null : shownService(fork),
  };
};

/** The report for people: the steps of the vendor's procedure, with what was done of each and what is left to do. */
export const renameText = (report: RenameReport): string => {
  const { rename, fork } = report;
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['stop writes', [`whatever writes to ${oldName(rename)}: a row written after the fork is not in it`]],
    ['fork', [forkText(report)]],
    ['make again', madeAgain(report)],
    [
      'point clients',
      [`from  ${shownUri(rename.source) ?? 'no address'}`, `to    ${shownUri(fork) ?? newHost(report)}`],
    ],
    ['test', [digestText(report)]],
    ['terminate', [endText(report)]],
  ];
  return steps
    .flatMap(([name, lines], step) =>
      lines.map(
        (line, index) => `${index === 0 ? `${step + 1}  ${name.padEnd(13)}` : ' '.repeat(16)}  ${printableValue(line)}`,
      ),
    )
    .join('\n');
};

const oldName = ({ project, source }: Rename): string => `${project}/${source.service_name}`;

const shownUri = (service: ServiceBody | undefined): string | undefined =>
  service?.service_uri ? withoutPassword(service.service_uri) : undefined;

const newHost = ({ action }: RenameReport): string =>
  action === 'dry-run' || action === 'stopped' ? 'an address that the fork gets' : 'no address';

const forkText = ({ rename, fork, resumed, action }: RenameReport): string => {
  const { source, project, to } = rename;
  const disk = source.disk_space_mb > 0 ? [megabytesWords(source.disk_space_mb)] : [];
  const what = [source.service_type, source.plan, source.cloud_name, ...disk].join(', ');
  const state = restoresTransactions(source) ? 'with all that was written' : 'from the newest backup';
  if (fork !== undefined) return `${resumed ? 'kept' : 'made'} ${project}/${to}: ${what}, ${state}; ${fork.state}`;
  return action === 'stopped'
    ? 'not made: an error stands in the way'
    : `would make ${project}/${to}: ${what}, ${state}`;
};

const statusWords = {
  'to-make': 'to be made',
  made: 'made',
  there: 'there already',
  refused: 'refused',
  'not-possible': 'not possible',
} as const;

const madeAgain = ({ integrations, rename }: RenameReport): readonly string[] => {
  const lines = [
    ...integrations.map(
      ({ type, ends, status, note }) => `${type} ${ends}: ${statusWords[status]}${note === '' ? '' : `; ${note}`}`,
    ),
    ...ssoSettings(rename.source).map((key) => `single sign-on ${key}: to be set up for the new address`),
  ];
  return lines.length === 0 ? ['nothing: it has no integrations and no single sign-on'] : lines;
};

const digestText = ({ digests, rename }: RenameReport): string => {
  if (digests === undefined) return 'that the fork holds all that the original holds';
  return digests.source === digests.fork
    ? `the fork holds all that the original holds (data digest ${digests.source.slice(0, 12)}); test it with your clients`
    : `the fork does not hold all that ${oldName(rename)} holds: something was written since its recovery point`;
};

const endText = ({ action, kept, rename }: RenameReport): string => {
  const { source, to, project } = rename;
  if (action === 'renamed') return `terminated ${oldName(rename)}`;
  const again = `forkcast service rename ${source.service_name} ${to} --project ${project} --terminate-original`;
  return kept ?? `${oldName(rename)} is still there; when all clients are moved: ${again}`;
};
