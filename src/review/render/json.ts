import type { CardRecovery, CardService, JsonObject, JudgedBy, ReviewCard } from '../../domain';
import type { CardRenderer } from './renderer';
import { groupOpenQuestions } from './open-questions';
import { saidBy, groupSame } from './same-findings';
import { byAddress, isFork } from './services';

/** A review for programs: all of it, with `formatVersion` 1, counts, and instants in RFC 3339. */
export const renderJson: CardRenderer = (card) => `${JSON.stringify(reviewDocument(card), null, 2)}\n`;

/** The same as a value. */
export const reviewDocument = (card: ReviewCard): JsonObject => {
  const services = byAddress(card.services);
  return {
    formatVersion: card.formatVersion,
    ...verdict(card),
    now: card.now,
    factsOrigin: card.factsOrigin,
    judgedBy: judgedBy(card.judgedBy ?? byForkcast),
    counts: { ...card.counts },
    services: services.map((service) => {
      const { address, side, priorName = null, standing, declaredAt, change, recovery } = service;
      const place = declaredAt === null ? null : { ...declaredAt };
      const [fork, fate] = [isFork(service), fates[change.kind]];
      const told = recovery === undefined ? {} : { recovery: recovery.map(recoveryEntry) };
      return { address, name: side.name, priorName, standing, fork, fate, declaredAt: place, ...told };
    }),
    findings: groupSame(saidBy(services, ({ findings }) => findings)).map(
      ({
        said: { ruleId, severity, ownSeverity, attribute, summary, detail, remedy, fix, acknowledged },
        addresses,
      }) => ({
        ruleId,
        severity,
        ...(ownSeverity === undefined ? {} : { ownSeverity }),
        address: addresses[0] ?? '',
        addresses: [...addresses],
        instances: addresses.length,
        attribute,
        summary,
        detail,
        remedy,
        ...(fix === undefined ? {} : { fix: { ...fix } }),
        acknowledged: acknowledged === null ? null : { ruleId, ...acknowledged },
      }),
    ),
    undecided: saidBy(services, ({ undecided }) => undecided).map(
      ({ address, said: { ruleId, severity, missing } }) => ({
        ruleId,
        ...(severity === undefined ? {} : { severity }),
        address,
        missing: [...missing],
      }),
    ),
    openQuestions: groupOpenQuestions(card).map((question) => ({ ...question })),
    holdings: saidBy(services, endsOf).map(({ address, said: { ruleId, at } }) => ({
      ruleId,
      address,
      validUntil: at,
    })),
    staleAcknowledgements: card.staleAcknowledgements.map((stale) => ({ ...stale })),
    inputs: (card.inputs ?? []).map((input) => ({
      ...input,
      notJudged: input.notJudged.map((group) => ({ ...group })),
      drift: input.drift.map((found) => ({ ...found })),
    })),
  };
};

/** What becomes of a service, in the words of this document. */
const fates: Readonly<Record<CardService['change']['kind'], string>> = {
  create: 'made',
  update: 'changed',
  replace: 'replaced',
  delete: 'destroyed',
  'no-op': 'kept',
  forget: 'let-go',
  gone: 'gone',
  unknown: 'unknown',
};

const recoveryEntry = ({ what, asked, before, after }: CardRecovery): JsonObject => ({
  ...{ what, asked: [...asked] },
  ...{ before: before && { ...before }, after: { ...after } },
});

/** By rule id. */
const endsOf = ({ validUntil, laterEnds = [] }: CardService) =>
  [...(validUntil === null ? [] : [validUntil]), ...laterEnds].sort((left, right) =>
    left.ruleId < right.ruleId ? -1 : 1,
  );

const byForkcast: JudgedBy = { ruleSets: [{ name: 'forkcast', from: null, rules: [] }], policy: null };

const judgedBy = ({ ruleSets, policy }: JudgedBy): JsonObject => ({
  ruleSets: ruleSets.map(({ name, from, rules }) => ({ name, from, rules: rules.map((rule) => ({ ...rule })) })),
  policy: policy === null ? null : { ...policy },
});

/** In the words of a test: `fail` stops a run, `pass` is all judged and well. */
const verdict = ({ verdict: { kind, sentence } }: ReviewCard): JsonObject => ({
  verdict: kind === 'stop' ? 'fail' : kind === 'go' ? 'pass' : kind,
  sentence,
});
