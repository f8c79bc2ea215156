import { becauseWords, labelText, ownerOf, serviceKey, toRfc3339, type CardChange } from '../../domain';
import { isMadeAsFork } from '../../planner';
import { endedBefore, type Subject } from '../../rules';
import { changedSettings } from './changed-settings';

/** What will become of the service: as the plan says, else as facts and configuration foretell. */
export const describeChange = (subject: Subject): CardChange => {
  const { change } = subject.request;
  if (change === undefined) return foretold(subject);
  const planned = change.kind === 'read' ? (change.letGo === undefined ? 'no-op' : 'forget') : change.kind;
  const ended = endedBefore(subject);
  const kind = ended === undefined ? planned : withoutIt[planned];
  const told = {
    reasons: change.reasons,
    ...(change.why === undefined ? {} : { why: change.why }),
    movedFrom: change.movedFrom ?? takenFrom(subject),
    imported: change.imported ?? false,
  };
  if (kind === 'update') return { kind, ...told, sentence: null, settings: changedSettings(subject.request) };
  const isMadeAgain = kind === 'create' && change.holder !== undefined;
  if (ended !== undefined && (kind === 'gone' || isMadeAgain)) {
    const after = isMadeAgain ? ', and this plan makes it again' : '';
    const sentence = `${serviceKey(ended)} ended at ${toRfc3339(ended.terminatedAt)}: nothing of it is left${after}.`;
    return { kind, ...told, sentence };
  }
  if (kind === 'forget') {
    const isAnothers = change.letGo === 'anothers';
    return { kind, ...told, ...(isAnothers ? { anothers: true } : {}), sentence: staysSentence(subject) };
  }
  if (kind !== 'replace' && kind !== 'delete') return { kind, ...told, sentence: null };
  const service = subject.madeName;
  const what = isFork(subject) ? 'The live fork' : 'The live service';
  const again = change.createFirst ? 'after another is made in its place' : 'and made again';
  const sentence =
    kind === 'delete'
      ? `${what} ${service} is destroyed with its data${becauseWords(change)}.`
      : `${what} ${service} is destroyed with its data ${again}${becauseWords(change)}.`;
  return { kind, ...told, sentence };
};

/** What a plan comes to for a service that has ended: nothing is destroyed, nothing stays. */
const withoutIt = {
  create: 'create',
  update: 'update',
  replace: 'create',
  delete: 'gone',
  'no-op': 'gone',
  forget: 'gone',
} as const;

/** Whose service a declared move takes over. */
const takenFrom = ({ request: { movedFrom, change }, standing }: Subject): string | null =>
  movedFrom === undefined || standing !== 'live' || change?.kind !== 'create'
    ? null
    : `${movedFrom.path} of stack ${movedFrom.stack}; the live service is taken over as it is`;

const staysSentence = ({ request, existing }: Subject): string => {
  const { project, serviceName, address, change } = request;
  const isNamed = project.known && serviceName.known;
  const name = isNamed ? serviceKey({ project: project.value, service: serviceName.value }) : address;
  if (change?.letGo === 'anothers') {
    const holder = ownerOf(existing?.ownership)?.label;
    const unheld =
      existing?.ownership?.state === 'released' ? 'it was released' : 'it was made anew, and nobody holds it';
    const whose = holder === undefined ? unheld : `it is held by ${labelText(holder)}`;
    return `${name} stays as it is: ${whose}. What this state has of it is no longer its own.`;
  }
  const why = change?.letGo === 'forgotten' ? 'Terraform only forgets it' : 'its construct was taken out';
  const end = isNamed ? ` End it with: forkcast service terminate ${serviceName.value} --project ${project.value}` : '';
  return `${name} stays, no longer declared: ${why}. It runs on, and is paid for.${end}`;
};

const foretold = (subject: Subject): CardChange => {
  const nothing = { reasons: [], movedFrom: null, imported: false, sentence: null };
  const { standing, remade, made } = subject;
  if (!remade || made === undefined) {
    return { ...nothing, kind: standing === 'new' ? 'create' : standing === 'live' ? 'no-op' : 'unknown' };
  }
  const reasons = changedKeys(subject);
  return {
    ...nothing,
    kind: 'replace',
    reasons,
    sentence: `The live fork ${subject.madeName} is destroyed with its data and made again${becauseWords({ reasons })}.`,
  };
};

const changedKeys = ({ decision }: Subject): readonly string[] => {
  if (decision?.kind === 'replace') return decision.why.map(({ attribute }) => attribute);
  return decision?.kind === 'refuse' ? decision.refusal.changes.map(({ attribute }) => attribute) : [];
};

const isFork = ({ isFork: asked, made }: Subject): boolean => (made === undefined ? asked : isMadeAsFork(made));
