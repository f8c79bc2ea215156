import { isMadeAsFork } from '../planner';
import { isRenamed } from './configuration';
import { isHiddenService } from './hidden-project';
import type { Subject } from './subject';

/** Why a plan destroys a live service and makes it again. */
type ReplacementCause =
  /** Its source is destroyed or renamed in the same plan, and the reference follows. */
  | 'source-renamed'
  /** It is a fork, and a key that made it was changed. */
  | 'fork-key'
  /** It is no fork, and got the keys of one. */
  | 'fork-keys-added'
  /** Its name or project, a request to replace it, a failed creation, ... */
  | 'other';

const forkKeyReasons = [
  'user_config',
  'user_config.service_to_fork_from',
  'user_config.pg_service_to_fork_from',
  'user_config.project_to_fork_from',
  'user_config.recovery_target_time',
];

const sourceReasons: ReadonlySet<string> = new Set(forkKeyReasons.slice(1, 4));

/** Why the plan replaces a service; undefined: it does not, or the input is no plan. Never throws. */
export const replacementCause = ({ request, made, isFork, configuration }: Subject): ReplacementCause | undefined => {
  const { change } = request;
  if (change?.kind !== 'replace') return undefined;
  const byForkKey = change.reasons.filter((reason) => forkKeyReasons.includes(reason));
  if (byForkKey.length === 0 || byForkKey.length < change.reasons.length) return 'other';
  if (made !== undefined && !isMadeAsFork(made)) return isFork ? 'fork-keys-added' : 'other';
  const { source } = request;
  const follows =
    source.kind === 'declared' &&
    byForkKey.every((reason) => sourceReasons.has(reason)) &&
    isMadeAnew(configuration.byAddress.get(source.address)?.change?.kind);
  return follows ? 'source-renamed' : 'fork-key';
};

const isMadeAnew = (kind: string | undefined): boolean => kind === 'replace' || kind === 'create';

/** The plan ends a live service and makes one of another name, which facts show to be free. Never throws. */
export const isRenamedToFree = ({ request, facts, existing }: Subject): boolean => {
  const { project, serviceName } = request;
  const isShown =
    facts !== undefined &&
    project.known &&
    serviceName.known &&
    !isHiddenService(facts, { project: project.value, service: serviceName.value });
  return isRenamed(request) && isShown && existing === undefined;
};
