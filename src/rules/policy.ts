import {
  nearestName,
  parsePolicyFile,
  parseRestoreRuns,
  sha256Hex,
  type AppliedPolicy,
  type RecoveryTerms,
  type Severity,
} from '../domain';
import { allRules } from './list';
import { severityRank, worstOf, type Rule } from './rule';

/** What a team commits itself to, and the severities that it gave to rules of Forkcast. */
export interface Policy extends AppliedPolicy {
  readonly terms: RecoveryTerms;
  readonly severities: ReadonlyMap<string, Severity>;
}

/** A policy, or what is wrong with it: the key, what it holds and what it may. */
type PolicyResult =
  { readonly kind: 'read'; readonly policy: Policy } | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Reads the text of a policy; `path` names it in reviews, and `readBeside` gives the text of a file that it names, relative to it. Without
 * that nobody has measured a restore. Throws what `readBeside` throws.
 */
export const readPolicy = (text: string, path: string, readBeside?: (file: string) => string): PolicyResult => {
  const file = parsePolicyFile(text);
  if (file.kind === 'unreadable') return file;
  const severities = new Map(Object.entries(file.severities));
  for (const [id, severity] of severities) {
    const why = faultOf(id, severity);
    if (why !== undefined) return { kind: 'unreadable', why: `severities.${id}: ${why}` };
  }
  const { restoreRuns } = file;
  const read =
    restoreRuns === undefined || readBeside === undefined ? undefined : parseRestoreRuns(readBeside(restoreRuns));
  if (read?.kind === 'unreadable') return { kind: 'unreadable', why: `restoreRuns ${restoreRuns}: ${read.why}` };
  const terms = { ...file.terms, ...(read === undefined ? {} : { runs: read.runs }) };
  return { kind: 'read', policy: { path, sha256: sha256Hex(text), severities, terms } };
};

const faultOf = (id: string, severity: Severity): string | undefined => {
  const rule = allRules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const nearest = nearestName(
      id,
      allRules.map((candidate) => candidate.id),
    );
    const meant = nearest === undefined ? '`forkcast explain` lists them, and' : `did you mean "${nearest}"? If not,`;
    return `Forkcast has no such rule; ${meant} a rule of your own says its severity itself`;
  }
  const least = worstOf(rule);
  if (!keepsItsSeverity(rule) || severityRank[severity] <= severityRank[least]) return undefined;
  return `"${severity}" is below "${least}"; what guards a live service, or whose it is, can be raised and never lowered`;
};

const keepsItsSeverity = ({ id, ownership }: Rule): boolean => ownership === true || id.startsWith('lifecycle/');
