import { parseAcknowledgementFile, parseRecoveryTime } from '../domain';
import type { Acknowledgement, EpochMs, Facts, FactSource, PlacedPolicy, RecoveryTerms } from '../domain';
import { readOwnRules, readPolicy } from '../rules';
import type { OwnRule, OwnRules, Policy } from '../rules';
import { acknowledge } from './acknowledge';
import { Construct } from './cdktf';
import type { IConstruct } from './cdktf';
import {
  backends,
  localExecWords,
  type Backend,
  type CarrierSettings,
  type RealForks,
  type RealTerms,
} from './carrier-settings';
import type { RegistryChoice, SynthEnvironment } from './environment';
import { ForkcastMissingError, ForkcastTwiceError } from './errors';
import { checkToolkit } from './one-toolkit';
import { refuse, tellRefusal, refuseDeclaration } from './told-refusal';
import { freeId } from './free-id';
import { givenProps, type KindsOf } from './given-props';

/** What all services at a scope and below have in common. */
export interface ForkcastProps {
  /** The project that services belong to, unless they say another. */
  readonly project: string;
  /**
   * The registry that services are applied to: `sqlite:PATH`, `http://...`, `https://...`. A relative path is relative to
   * the nearest ancestor with a `cdktf.json`, else to the working directory; it is made absolute at synth.
   * @default FORKCAST_REGISTRY, else `sqlite:.forkcast/registry.db`
   */
  readonly registry?: string;
  /**
   * What makes services: commands run by Terraform 1.4 or newer (`terraform_data`; `null_resource`, which needs the package
   * `@cdktf/provider-null`, which there is for cdktf and not for cdktn), or Forkcast's own Terraform provider (`provider`; needs
   * `forkcast provider install`).
   * @default 'terraform_data'
   */
  readonly backend?: Backend;
  /**
   * Projects of a real account in which forks may be made, changed and ended, by name; needs `realForks` and the backend `provider`.
   * @default none: of a real account everything is read, and nothing changed
   */
  readonly allowReal?: readonly string[];
  /** What may be made there, and no more. @default nothing */
  readonly realForks?: RealForks;
  /**
   * What synth judges against: a source of one's own, or the name of a registry or of a snapshot (`facts:PATH`).
   * @default the registry
   */
  readonly facts?: FactSource | string;
  /** The instant to judge at where there are no facts, ISO 8601. @default unknown: rules about time stay undecided */
  readonly now?: string;
  /** Path of a file of acknowledgements, see `parseAcknowledgementFile`. @default none */
  readonly acknowledgements?: string;
  /** Rules of one's own, which judge the services of this scope beside those of Forkcast: see `forkcast/rules`. @default none */
  readonly rules?: readonly OwnRule[];
  /** Path of a file of severities. @default the nearest `forkcast.policy.json` from the working directory upward, if there is one */
  readonly policy?: string;
}

const kinds: KindsOf<ForkcastProps> = {
  project: 'anything',
  registry: 'anything',
  backend: 'anything',
  allowReal: 'anything',
  realForks: 'anything',
  facts: 'anything',
  now: 'anything',
  acknowledgements: 'anything',
  rules: 'anything',
  policy: 'anything',
};

/** Whether one place holds the other; a file is for all. */
const meet = (one = '', other = ''): boolean =>
  [[one, other] as const, [other, one] as const].some(
    ([outer, inner]) => outer === '' || inner === outer || inner.startsWith(`${outer}/`),
  );

const byScope = new WeakMap<IConstruct, ForkcastScope>();

/**
 * Says for its scope and everything below which project and registry services belong to, as a Terraform provider does.
 * The package's `Forkcast` is this with the outside world filled in.
 */
export class ForkcastScope extends Construct {
  readonly project: string;
  readonly registry: RegistryChoice;
  readonly carrierSettings: CarrierSettings;
  /** Whether an apply may find the provider. */
  readonly findsProvider: () => boolean;
  /** Judged at where there are no facts. */
  readonly now: EpochMs | undefined;
  readonly filedAcknowledgements: readonly Acknowledgement[];
  /** Somebody's own, which judge the services that belong here. */
  readonly ownRules: OwnRules | undefined;
  readonly policy: Policy | undefined;
  /** Where facts are looked for; undefined: in a source of the author's own. */
  readonly factsLocation: string | undefined;
  private readonly factSource: FactSource;
  private readonly placed: PlacedPolicy[] = [];

  /**
   * @throws ToolkitMixedError when its app is of the other toolkit.
   * @throws ForkcastTwiceError when the scope has one already.
   * @throws ConfigurationError when `registry`, `now`, `rules`, the policy or the file of acknowledgements cannot be read.
   */
  constructor(scope: Construct, id: string, written: ForkcastProps, outside: SynthEnvironment) {
    checkToolkit(scope, id);
    const first = byScope.get(scope);
    if (first) refuse(new ForkcastTwiceError(`${scope.node.path}/${id}`, first.node.path));
    const given = givenProps(scope, id, written).kinds(kinds);
    const { props } = given;
    super(scope, freeId(scope, id));
    byScope.set(scope, this);
    this.project = given.text('project');
    const environment = tellingRefusals(outside);
    this.registry = environment.chooseRegistry(props.registry);
    const policy = this.findPolicy(props.policy, environment);
    this.policy = policy?.policy;
    this.carrierSettings = {
      backend: given.oneOf('backend', backends, localExecWords) ?? 'terraform_data',
      entry: environment.entry,
      program: environment.program,
      registry: this.registry.location,
      real: this.readReal(props),
      policy: policy?.text,
    };
    this.findsProvider = () => environment.findsProvider();
    this.now = this.readNow(props.now);
    this.filedAcknowledgements = this.readAcknowledgements(props.acknowledgements, environment);
    this.ownRules = this.readRules(props.rules ?? []);
    const facts = props.facts ?? this.registry;
    const place = typeof facts === 'string' ? environment.chooseRegistry(facts) : facts;
    this.factsLocation = 'location' in place ? place.location : undefined;
    this.factSource = 'location' in place ? environment.factsOf(place) : place;
  }

  /** The nearest one above a construct. @throws ForkcastMissingError when there is none. */
  static of(construct: IConstruct): ForkcastScope {
    const { scope } = construct.node;
    return (scope && nearest(scope)) ?? refuse(new ForkcastMissingError(construct.node.path));
  }

  /** The nearest one at a scope or above. @throws ForkcastMissingError when there is none. */
  static at(scope: IConstruct): ForkcastScope {
    return nearest(scope) ?? refuse(new ForkcastMissingError(scope.node.path));
  }

  /** What the registry knew when it was first asked. @throws FactSourceError when it was named and cannot be read. */
  readFacts(): Facts | undefined {
    return tellRefusal(() => this.factSource.read());
  }

  /**
   * Takes in what a construct of this scope commits the services there to. @returns why it cannot be told from another one that is for
   * the same services; undefined: it can
   */
  addPolicy(policy: PlacedPolicy): string | undefined {
    const other = this.terms.policies.find(({ name, within }) => name === policy.name && meet(within, policy.within));
    this.placed.push(policy);
    if (other === undefined) return undefined;
    const where =
      other.within === undefined ? 'the policy file has one' : `another construct has it, in the same scope`;
    return `name: ${JSON.stringify(policy.name)} is taken, ${where}; each policy has a name of its own, which findings call it by.`;
  }

  /** What services are committed to, by the file and by constructs. */
  get terms(): RecoveryTerms {
    const { policies = [], ...measured } = this.policy?.terms ?? {};
    return { ...measured, policies: [...policies, ...this.placed] };
  }

  /** Two scopes with the same source of facts and the same severities are judged together. */
  sharesFactsWith(other: ForkcastScope): boolean {
    const [own, others] = [this.policy?.sha256, other.policy?.sha256];
    return this.factSource === other.factSource && this.now === other.now && own === others;
  }

  /** Accepts a finding on everything at this scope and below. @see acknowledge */
  acknowledge(ruleId: string, reason: string, until?: string): void {
    acknowledge(this.node.scope ?? this, ruleId, reason, until);
  }

  private readReal(props: ForkcastProps): RealTerms | undefined {
    const { allowReal = [], realForks, backend = 'terraform_data' } = props;
    if (allowReal.length === 0 && realForks === undefined) return undefined;
    const refused = (why: string): never => refuseDeclaration(this.node.path, why);
    if (realForks === undefined)
      return refused('allowReal stands alone. Say in realForks how many, with which plans and for how long.');
    if (allowReal.length === 0) return refused('realForks stands alone. Name the projects in allowReal.');
    if (backend !== 'provider')
      return refused(`real forks are made by the backend 'provider' alone; it is '${backend}'.`);
    return { ...realForks, projects: allowReal };
  }

  private readNow(now: string | undefined): EpochMs | undefined {
    if (now === undefined) return undefined;
    const read = parseRecoveryTime(now);
    if (read) return read.at;
    return refuseDeclaration(this.node.path, `now is '${now}'; write an instant such as 2026-11-20T08:00:00Z.`);
  }

  private readRules(rules: readonly OwnRule[]): OwnRules | undefined {
    if (rules.length === 0) return undefined;
    const result = readOwnRules(rules, this.node.path);
    if (result.kind === 'read') return result.own;
    return refuseDeclaration(this.node.path, `rules holds something that cannot judge: ${result.why}.`);
  }

  private findPolicy(asked: string | undefined, environment: SynthEnvironment) {
    const path = environment.findPolicy(asked);
    if (path === undefined) return undefined;
    const text = environment.readText(path);
    const folder = path.replace(/[^/\\]*$/, '');
    const readBeside = (file: string): string => environment.readText(`${folder}${file}`);
    const result = readPolicy(text, path, readBeside);
    if (result.kind === 'read') return { text, policy: result.policy };
    return refuseDeclaration(this.node.path, `the policy ${path} cannot be used: ${result.why}.`);
  }

  private readAcknowledgements(path: string | undefined, environment: SynthEnvironment): readonly Acknowledgement[] {
    if (path === undefined) return [];
    const result = parseAcknowledgementFile(environment.readText(path), path);
    if (result.kind === 'read') return result.acknowledgements;
    return refuseDeclaration(this.node.path, `the acknowledgements of ${path} cannot be read: ${result.why}.`);
  }
}

const nearest = (from: IConstruct): ForkcastScope | undefined => {
  for (let scope: IConstruct | undefined = from; scope; scope = scope.node.scope) {
    const found = byScope.get(scope);
    if (found) return found;
  }
  return undefined;
};

/** The same world, whose refusals are told. */
const tellingRefusals = (environment: SynthEnvironment): SynthEnvironment => ({
  ...environment,
  chooseRegistry: (asked) => tellRefusal(() => environment.chooseRegistry(asked)),
  readText: (path) => tellRefusal(() => environment.readText(path)),
});
