import { labelText, toRfc3339, type CardFork, type CardService, type Holding } from '../../domain';
import { isRenamed, priorKey, type Review, type Subject } from '../../rules';
import { changeOf } from './change';
import { manifestsOf } from './manifest';
import { pointOf } from './point';
import { powerOf } from './power';
import { priceOf } from './price';
import { residencyOf } from './residency';
import { restoreOf } from './restore';
import { sideOf, sourceSideOf } from './sides';
import { windowsOf } from './windows';

/** All that a reviewer is shown of one declared service. */
export const cardServiceOf = ({ subject, findings, undecided, holdings }: Review['services'][number]): CardService => {
  const { request, standing } = subject;
  const change = changeOf(subject);
  const ends = change.kind === 'delete' || change.kind === 'forget';
  const priorName = isRenamed(request) ? priorKey(request) : undefined;
  return {
    address: request.address,
    stack: request.stack,
    standing,
    change,
    side: sideOf(subject),
    ...(priorName === undefined ? {} : { priorName }),
    declaredAt: request.declaredAt ?? null,
    ...heldByOf(subject),
    ...powerOf(subject),
    ...endsOf(holdings),
    fork: subject.isFork && !ends ? forkOf(subject) : null,
    ...(subject.isFork && ends ? { endsFork: true } : {}),
    findings: findings.map(({ ruleId, severity, ownSeverity, attribute, summary, detail, remedy, acknowledged }) => ({
      ruleId,
      severity,
      ...(ownSeverity === undefined ? {} : { ownSeverity }),
      attribute,
      summary,
      detail,
      remedy,
      acknowledged:
        acknowledged === undefined
          ? null
          : {
              reason: acknowledged.reason,
              until: acknowledged.until === undefined ? null : toRfc3339(acknowledged.until),
              scope: acknowledged.scope,
            },
    })),
    undecided: undecided.map(({ ruleId, severity, missing }) => ({ ruleId, severity, missing })),
  };
};

const heldByOf = ({ existing }: Subject): Pick<CardService, 'heldBy'> => {
  const ownership = existing?.ownership;
  if (ownership?.state !== 'held' && ownership?.state !== 'making') return {};
  const { state, owner, since, by } = ownership;
  const who = `${labelText(owner.label)} since ${toRfc3339(since)}${by === null ? '' : `, by ${by}`}`;
  return { heldBy: state === 'held' ? who : `being made by ${who}` };
};

const endsOf = (holdings: readonly Holding[]): Pick<CardService, 'validUntil' | 'laterEnds'> => {
  const ends = [...holdings].sort((left, right) => left.validUntil - right.validUntil);
  const [first, ...later] = ends.map(({ validUntil, ruleId }) => ({ at: toRfc3339(validUntil), ruleId }));
  return { validUntil: first ?? null, ...(later.length === 0 ? {} : { laterEnds: later }) };
};

const forkOf = (subject: Subject): CardFork => {
  const source = sourceSideOf(subject);
  const point = pointOf(subject);
  const isToBeMade = subject.standing !== 'live' || subject.remade;
  const live = subject.source.kind === 'live' ? subject.source.service : undefined;
  const now = subject.now.known ? subject.now.value : undefined;
  const restored = live?.backups.find(({ name }) => name === point.backupName);
  return {
    source,
    residency: residencyOf(source, sideOf(subject)),
    point,
    windows:
      isToBeMade && live !== undefined && now !== undefined
        ? windowsOf(live, { type: subject.catalogue.serviceTypes.get(live.type), now })
        : [],
    restore: isToBeMade && restored !== undefined ? restoreOf(restored.dataSizeMb) : null,
    ...manifestsOf(subject),
    price: priceOf(subject),
  };
};
