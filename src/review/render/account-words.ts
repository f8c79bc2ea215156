import type { Drift, InputAccount, ReviewCard } from '../../domain';
import { counted, unreachable } from '../../domain';
import { listed } from './listed';

/** A line on something in an input that is no judged service. */
interface AccountLine {
  readonly label: 'refused' | 'part' | 'skipped' | 'drifted';
  readonly text: string;
  /** Something that was not looked at. */
  readonly isOpen: boolean;
}

/** What is said of the inputs beside their services. Never throws. */
export const accountLines = (inputs: readonly InputAccount[]): readonly AccountLine[] =>
  inputs.flatMap(({ path, extent, notJudged, leftOut, drift }): readonly AccountLine[] => [
    ...(extent === 'whole'
      ? []
      : [
          {
            label: extent === 'errored' ? ('refused' as const) : ('part' as const),
            text: `${path}: ${extentWords[extent]}${leftOut.length === 0 ? '' : ` Left out: ${leftOut.join(', ')}.`}`,
            isOpen: true,
          },
        ]),
    ...notJudged.map(({ type, addresses, reason }) => ({
      label: 'skipped' as const,
      text: `${path}: ${addresses.join(', ')} (${type}) not judged: ${reason}`,
      isOpen: true,
    })),
    ...drift.map((found) => ({ label: 'drifted' as const, text: driftWords(found), isOpen: false })),
  ]);

/** What an input is that shows not all. */
export const extentWords = {
  errored: 'Terraform refused this plan; what it shows is not all.',
  partial: 'Only a part of the configuration is planned here, as with -target.',
  deferred: 'Terraform puts a part of the configuration off to a later plan.',
} as const;

const driftWords = ({ address, name, kind, settings }: Drift): string => {
  const service = `${name ?? address} (${address})`;
  switch (kind) {
    case 'ended':
      return `${service} ended outside Terraform`;
    case 'let-go':
      return `${service} lives, and is no longer what the state has: it is another's, was made anew, or the plan asked another registry`;
    case 'elsewhere':
      return `${service} never was in this registry: it was made in another, or this one was made anew`;
    case 'gone':
      return `${service} was not found by the plan, or is another's by now`;
    case 'stopped':
      return `${service} was powered off outside Terraform, and is deleted if it stays off for 180 days${changedWords(settings)}`;
    case 'changed':
      return `${service} was changed outside Terraform: ${settings.join(', ')}`;
    default:
      return unreachable(kind);
  }
};

const changedWords = (settings: readonly string[]): string =>
  settings.length === 0 ? '' : `; changed too: ${settings.join(', ')}`;

/** `3 services judged, 12 resources are no services, 1 not judged (aiven_alloy)`. Never throws. */
export const tallyWords = ({ services, inputs = [] }: Pick<ReviewCard, 'services' | 'inputs'>): string => {
  const sum = (count: (input: InputAccount) => number): number =>
    inputs.reduce((total, input) => total + count(input), 0);
  const [others, skipped] = [sum(({ others: count }) => count), notJudgedCount(inputs)];
  const types = [...new Set(inputs.flatMap(({ notJudged }) => notJudged.map(({ type }) => type)))];
  return [
    `${counted(services.length, 'service')} judged`,
    ...(others === 0 ? [] : [others === 1 ? '1 resource is no service' : `${others} resources are no services`]),
    ...(skipped === 0 ? [] : [`${skipped} not judged (${listed(types)})`]),
  ].join(', ');
};

/** Resources that no rule looked at. Never throws. */
export const notJudgedCount = (inputs: readonly InputAccount[]): number =>
  inputs.flatMap(({ notJudged }) => notJudged.flatMap(({ addresses }) => addresses)).length;
