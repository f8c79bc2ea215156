import { ForkcastError, serviceKey, toRfc3339, type EpochMs, type ServiceId } from '../domain';
import { type ChangeRefusal, refusalText, refusedAttribute } from '../planner';
import { formatDuration } from './duration';
import { adoptLine, holderText, type Claim, type Relation } from './ownership';

/** The engine's "no" to a declared service: nothing was changed. `attribute` is the API name of the setting at fault. */
export abstract class DeclarationRefusedError extends ForkcastError {
  readonly exitCode = 1;
  abstract readonly attribute: string;
}

/** A live service of that name is somebody else's, or nobody's: it is never taken over by itself. */
export class NameTakenError extends DeclarationRefusedError {
  readonly code = 'FC_NAME_TAKEN';
  readonly attribute = 'service_name';
  constructor(
    id: ServiceId,
    readonly relation: Relation,
    claim: Claim | undefined,
  ) {
    super(
      `The name of ${serviceKey(id)} is taken: the service ${holderText(relation)}. It is left as it is. ` +
        chooseRemedy(id, relation, claim),
    );
  }
}

/** What is to be typed stands on lines of its own, indented: Terraform breaks every other one. */
const chooseRemedy = (id: ServiceId, relation: Relation, claim: Claim | undefined): string => {
  if (relation.kind === 'being-made') return 'Wait until it is made, or choose another name.';
  if (claim === undefined) return 'Synthesize again with this version of Forkcast, or choose another name.';
  const adopt = `\n  ${adoptLine(id, relation, claim)}\n`;
  const moved = writeMovedFrom(relation, claim);
  if (relation.kind === 'abandoned') {
    const end = `forkcast service terminate ${id.service} --project ${id.project}`;
    return `To keep it:${adopt}To make it anew:\n  ${end}\nOr choose another name.`;
  }
  return claim.backend === 'local-exec'
    ? `${moved}If it is to be this one's from now on:${adopt}Otherwise choose another name.`
    : `If it is to be this block's from now on:${importBlock(id)}Otherwise choose another name.`;
};

/** Of a service that another construct holds: how a construct says that it is that one, at another place. */
const writeMovedFrom = (relation: Relation, { owner: { label } }: Claim): string => {
  if (relation.kind !== 'held') return '';
  const { stack, path } = relation.owner;
  const isConstruct = path.startsWith(`${stack}/`);
  if (!isConstruct || (stack === label.stack && path === label.path)) return '';
  const place = stack === label.stack ? `'${path}'` : `{ stack: '${stack}', path: '${path}' }`;
  return `If it was declared there before, say so: movedFrom: ${place}. `;
};

const importBlock = (id: ServiceId): string =>
  `\n  import {\n    to = forkcast_service.NAME\n    id = "${serviceKey(id)}"\n  }\n`;

/** A service is not the one that was meant: nothing was done with it. */
export class NotAsExpectedError extends DeclarationRefusedError {
  readonly code = 'FC_NOT_AS_EXPECTED';
  readonly attribute = 'service_name';
  constructor(service: string, holder: string, options?: ErrorOptions) {
    super(`${service} is left as it is: it is another's. It ${holder}. Plan again.`, options);
  }
}

/** A change that the planner refuses to make to a live service. */
export abstract class ChangeRefusedError extends DeclarationRefusedError {
  readonly attribute: string;
  constructor(service: string, refusal: ChangeRefusal) {
    super(refusalText(service, refusal));
    this.attribute = refusedAttribute(refusal);
  }
}

/** Fork keys of a live service cannot be changed: another fork would have to take its place. */
export class ForkKeysChangedError extends ChangeRefusedError {
  readonly code = 'FC_FORK_KEYS_CHANGED';
}

/** A live service keeps its name and its project: another name is another service. */
export class ServiceRenamedError extends ChangeRefusedError {
  readonly code = 'FC_SERVICE_RENAMED';
}

/** A setting that is read only while a service is made, and is no fork key, was changed. */
export class CreateOnlyKeysChangedError extends ChangeRefusedError {
  readonly code = 'FC_CREATE_ONLY_KEYS_CHANGED';
}

/** A live service never becomes a service of another type. */
export class ServiceTypeChangedError extends ChangeRefusedError {
  readonly code = 'FC_SERVICE_TYPE_CHANGED';
}

/** A replacement was allowed, but the live service is protected against termination. */
export class ReplacementProtectedError extends ChangeRefusedError {
  readonly code = 'FC_REPLACEMENT_PROTECTED';
}

/** A secret is declared by the name of an environment variable that is not set. */
export class SecretMissingError extends ForkcastError {
  readonly code = 'FC_SECRET_MISSING';
  readonly exitCode = 2;
  constructor(key: string, variable: string) {
    super(
      `The value of user_config.${key} is read from the environment variable ${variable}, which is not set. Set it and run again.`,
    );
  }
}

/** A declared service does not have the fields of one. */
export class ServiceResourceError extends ForkcastError {
  readonly code = 'FC_RESOURCE_INVALID';
  readonly exitCode = 2;
  /** `fault` is `field: what is wrong with it`, without an end stop. */
  constructor(readonly fault: string) {
    super(`The declared service cannot be read: ${fault}. Run the synthesis again with this version of Forkcast.`);
  }
}

/** Time ran out before the service was ready; what was made stays, and the next run waits on. */
export class WaitTimedOutError extends ForkcastError {
  readonly code = 'FC_WAIT_TIMED_OUT';
  readonly exitCode = 1;
  constructor(service: string, awaited: string, timeoutMs: number) {
    super(
      `${service} has no ${awaited} after ${formatDuration(timeoutMs)}. Nothing is lost: run again to wait on, ` +
        'or allow it more time with a longer create timeout.',
    );
  }
}

/** The registry's clock stands still, so waiting would never end. */
export class ClockFrozenError extends ForkcastError {
  readonly code = 'FC_CLOCK_FROZEN';
  readonly exitCode = 1;
  constructor(
    service: string,
    awaited: string,
    now: EpochMs,
    /** When it will be reached; null: the registry does not tell. */
    dueAt: EpochMs | null,
  ) {
    super(
      dueAt === null
        ? `${service} has no ${awaited} yet, and the registry's clock stands still at ${toRfc3339(now)}. ` +
            'Move it with forkcast registry advance DURATION, then run again.'
        : `${service} has its ${awaited} at ${toRfc3339(dueAt)}, and the registry's clock stands still at ${toRfc3339(now)}. ` +
            `Run forkcast registry advance ${formatDuration(dueAt - now)}, then run again.`,
    );
  }
}

/** Waiting was interrupted; what was made stays. */
export class WaitCancelledError extends ForkcastError {
  readonly code = 'FC_WAIT_CANCELLED';
  readonly exitCode = 1;
  constructor(service: string, awaited: string) {
    super(`Waiting for the ${awaited} of ${service} was interrupted. Nothing is lost: run again to wait on.`);
  }
}

/** A service that was waited for is gone, or was powered off, by someone else. */
export class ServiceLostError extends ForkcastError {
  readonly code = 'FC_SERVICE_LOST';
  readonly exitCode = 1;
  constructor(service: string, what: 'powered off' | 'terminated') {
    super(`${service} was ${what} by someone else while it was waited for. Find out why, then run again.`);
  }
}

/** The vendor's check says that a service cannot come to the version that is declared: nothing was changed. */
export class UpgradeNotPossibleError extends DeclarationRefusedError {
  readonly code = 'FC_UPGRADE_NOT_POSSIBLE';
  readonly attribute: string;
  constructor(id: ServiceId, asked: { readonly attribute: string; readonly to: string }, result: string) {
    super(`${serviceKey(id)} is not upgraded to ${asked.to}: upgrade_check says: ${result} Nothing was changed.`);
    this.attribute = asked.attribute;
  }
}
