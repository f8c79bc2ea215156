import { refuseDeclaration } from './told-refusal';
import { recoveryPolicyShape, schemaFault, type RecoveryPolicy as Policy } from '../domain';
import { Construct } from './cdktf';
import { ForkcastScope } from './forkcast';
import { givenProps } from './given-props';
import { freeId } from './free-id';
import { checkToolkit } from './one-toolkit';

/** What the services of a scope have to come back from, and where they may lie; each field as in `forkcast.policy.json`. */
export interface RecoveryPolicyProps {
  /** What findings call it. @default the path of the construct */
  readonly name?: string;
  /** Projects that it is for. @default all */
  readonly projects?: readonly string[];
  /** Tags that a service has to have, that it is for it. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** The losses that a service has to come back from. @default none */
  readonly survives?: readonly ('region' | 'provider' | 'service' | 'backup-location')[];
  /** Most that may be missing after such a loss, such as `15m`. @default anything */
  readonly rpo?: string;
  /** Longest that coming back may take; judged against `restore` of the policy file alone. @default anything */
  readonly rto?: string;
  /** Least time that one has to be able to go back, such as `14d`. @default none */
  readonly window?: string;
  /** Where data and its backups may lie: parts of the world, such as `europe`, and clouds. @default anywhere */
  readonly dataIn?: readonly string[];
  /** Plans allowed; a `*` at the end stands for anything. @default all */
  readonly plans?: readonly string[];
  /** Most that a plan may cost, by its list price. @default anything */
  readonly mostUsdPerMonth?: number;
  /** Longest that a fork may live: it then says its end in the tag `forkcast_expires`. @default for good */
  readonly forksLive?: string;
}

/**
 * What every service of its scope, and below, is committed to: a synth that breaks it is refused, and what is not known is never met.
 * @example new RecoveryPolicy(stack, 'tier-1', { survives: ['region'], rpo: '15m' })
 */
export class RecoveryPolicy extends Construct {
  /** @throws ConfigurationError when a prop is none of a policy; ForkcastMissingError */
  constructor(scope: Construct, id: string, props: RecoveryPolicyProps) {
    checkToolkit(scope, id);
    const given = givenProps(scope, id, props);
    super(scope, freeId(scope, id));
    const taken = ForkcastScope.at(scope).addPolicy({ ...this.read(given.props), within: scope.node.path });
    if (taken !== undefined) refuseDeclaration(this.node.path, taken);
  }

  private read(props: RecoveryPolicyProps): Policy {
    const given = Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
    const parsed = recoveryPolicyShape().safeParse({ name: this.node.path, ...given }, { reportInput: true });
    if (parsed.success) return parsed.data;
    return refuseDeclaration(this.node.path, `${schemaFault(parsed.error, 'the policy')}.`);
  }
}
