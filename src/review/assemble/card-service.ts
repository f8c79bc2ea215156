import { labelText, toRfc3339, type CardFork, type CardService, type Facts, type Holding } from '../../domain';
import { isRenamed, priorKey, type Review, staysLive, type Subject } from '../../rules';
import { describeChange } from './change';
import { foretellManifests } from './manifest';
import { describePoint } from './point';
import { describePower } from './power';
import { comparePrice } from './price';
import { compareResidency } from './residency';
import { describeRecovery } from './recovery-change';
import { estimateRestore } from './restore';
import { describeSide, describeSource } from './sides';
import { describeWindows } from './windows';

/** All that a reviewer is shown of one declared service. */
export const assembleService = (
  { subject, findings, undecided, holdings }: Review['services'][number],
  facts: Facts | undefined,
): CardService => {
  const { request, standing } = subject;
  const change = describeChange(subject);
  const ends = change.kind === 'delete' || change.kind === 'forget' || change.kind === 'gone';
  const isFork = subject.isFork && !mayBeNone(subject);
  const priorName = isRenamed(request) ? priorKey(request) : undefined;
  return {
    address: request.address,
    stack: request.stack,
    standing,
    change,
    side: describeSide(subject),
    ...(priorName === undefined ? {} : { priorName }),
    declaredAt: request.declaredAt ?? null,
    ...describeHolder(subject),
    ...describePower(subject),
    ...endsOf(holdings),
    ...describeRecovery(subject, facts),
    fork: isFork && !ends ? assembleFork(subject) : null,
    ...(isFork && ends ? { endsFork: true } : {}),
    findings: findings.map(({ address: _address, planOnly: _planOnly, ends: _ends, ...told }) => told),
    undecided: undecided.map(({ address: _address, ...told }) => told),
  };
};

/** Nothing is known of the keys of a fork, its source among them: they stand in a block that is decided at apply, if at all. */
const mayBeNone = ({ request: { userConfig } }: Subject): boolean =>
  ['service_to_fork_from', 'project_to_fork_from'].every((key) => userConfig[key]?.known === false);

const describeHolder = ({ existing }: Subject): Pick<CardService, 'heldBy'> => {
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

const assembleFork = (subject: Subject): CardFork => {
  const source = describeSource(subject);
  const point = describePoint(subject);
  const isToBeMade = !staysLive(subject);
  const live = subject.source.kind === 'live' ? subject.source.service : undefined;
  const now = subject.now.known ? subject.now.value : undefined;
  const restored = live?.backups.find(({ name }) => name === point.backupName);
  return {
    source,
    residency: compareResidency(source, describeSide(subject)),
    point,
    windows:
      isToBeMade && live !== undefined && now !== undefined
        ? describeWindows(live, { type: subject.catalogue.serviceTypes.get(live.type), now })
        : [],
    restore: isToBeMade && restored !== undefined ? estimateRestore(restored.dataSizeMb) : null,
    ...foretellManifests(subject),
    price: comparePrice(subject),
  };
};
