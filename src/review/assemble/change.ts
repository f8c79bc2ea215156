import { type CardChange } from '../../domain';
import { isMadeAsFork } from '../../planner';
import { reasonsText, type Subject } from '../../rules';

/** What will become of the service: as the plan says, else as facts and configuration foretell. */
export const changeOf = (subject: Subject): CardChange => {
  const { change } = subject.request;
  if (change === undefined) return foretold(subject);
  const kind = change.kind === 'read' ? 'no-op' : change.kind;
  const told = {
    reasons: change.reasons,
    movedFrom: change.movedFrom ?? null,
    imported: change.imported ?? false,
  };
  if (kind !== 'replace' && kind !== 'delete') return { kind, ...told, sentence: null };
  const service = subject.made?.name ?? subject.request.address;
  const what = isFork(subject) ? 'The live fork' : 'The live service';
  const sentence =
    kind === 'delete'
      ? `${what} ${service} is destroyed with its data${change.why === undefined ? '' : ` (${words(change.why)})`}.`
      : `${what} ${service} is destroyed with its data and made again: ${reasonsText(change)}.`;
  return { kind, ...told, sentence };
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
    sentence: `The live fork ${made.name} is destroyed with its data and made again: ${reasonsText({ reasons })}.`,
  };
};

const changedKeys = ({ decision }: Subject): readonly string[] => {
  if (decision?.kind === 'replace') return decision.why.map(({ attribute }) => attribute);
  return decision?.kind === 'refuse' ? decision.refusal.changes.map(({ attribute }) => attribute) : [];
};

const isFork = ({ isFork: asked, made }: Subject): boolean => (made === undefined ? asked : isMadeAsFork(made));

const words = (why: string): string => why.replaceAll('_', ' ');
