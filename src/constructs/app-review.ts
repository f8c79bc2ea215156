import { defaultCatalogue } from '../domain';
import type { RecoveryTerms, ServiceRequest } from '../domain';
import { notApplicable, openErrors, reviewOf } from '../rules';
import type { OwnRules, Review, Rule } from '../rules';
import { annotateApply } from './annotate-apply';
import { annotateReview, findingText } from './annotate-review';
import { BeforeWriting } from './before-writing';
import { lookOnce, type CreatedFirst } from './carried-by';
import { TerraformStack } from './cdktf';
import type { IConstruct } from './cdktf';
import type { ForkcastScope } from './forkcast';
import { placeProblems, type Placed } from './place-problems';
import { tellRefusal } from './told-refusal';

/** A declared service, as far as its review is concerned. */
export interface ReviewedService extends Placed {
  toRequest(createdFirst: CreatedFirst): ServiceRequest;
  problems(): readonly string[];
  /** Writes what was acknowledged beside its settings, so that `forkcast check` of the synth output knows it. */
  recordAcknowledgements(): void;
  /** Lets the stack that it comes from let go of it. */
  leaveFormerStack(stackAt: (path: string) => TerraformStack | undefined): void;
}

/** Services that are judged by the same facts, and so together. */
interface ReviewGroup {
  /** The first scope: it speaks for the others, which share its facts. */
  readonly forkcast: ForkcastScope;
  /** With the paths of the services that belong to each. */
  readonly forkcasts: Map<ForkcastScope, Set<string>>;
  readonly services: ReviewedService[];
}

/** What keeps a stack from being written, by the construct path it belongs to. */
type ErrorsByPath = ReadonlyMap<string, readonly string[]>;

const byRoot = new WeakMap<IConstruct, AppReview>();

/**
 * The judgement of all services of an app: made once, when the first of them is validated, because rules compare services
 * across stacks.
 */
export class AppReview {
  private readonly groups: ReviewGroup[] = [];
  private readonly guarded = new Set<IConstruct>();
  private errors: ErrorsByPath | undefined;
  private isWritten = false;

  private constructor(private readonly root: IConstruct) {}

  /** The one of the app that a construct belongs to. */
  static of(construct: IConstruct): AppReview {
    const { root } = construct.node;
    const review = byRoot.get(root) ?? new AppReview(root);
    byRoot.set(root, review);
    return review;
  }

  /** Takes a service in: its findings become validation errors at its path. */
  add(service: ReviewedService, forkcast: ForkcastScope): void {
    const group = this.groups.find(
      (candidate) => candidate.forkcast === forkcast || candidate.forkcast.sharesFactsWith(forkcast),
    );
    const { path } = service.node;
    if (group) {
      group.forkcasts.set(forkcast, (group.forkcasts.get(forkcast) ?? new Set()).add(path));
      group.services.push(service);
    } else this.groups.push({ forkcast, forkcasts: new Map([[forkcast, new Set([path])]]), services: [service] });
    this.errors = undefined;
    this.isWritten = false;
    const stack = TerraformStack.of(service);
    service.node.addValidation({ validate: () => [...(this.judge().get(path) ?? [])] });
    if (!this.guarded.has(stack)) this.guardStacks(stack);
  }

  /**
   * Stacks are validated and written one after the other, so an error in a later one would leave the earlier ones
   * written. Each stack there is therefore refuses for the errors of all others.
   */
  private guardStacks(own: TerraformStack): void {
    const stacks = [own, ...this.root.node.children.filter((child) => TerraformStack.isStack(child))];
    for (const stack of stacks) {
      if (this.guarded.has(stack)) continue;
      this.guarded.add(stack);
      stack.node.addValidation({ validate: () => this.errorsOutside(stack.node.path) });
      new BeforeWriting(stack, 'forkcast before writing', () => this.write());
      tellRefusals(stack);
    }
  }

  /** Writes what a service leaves outside of itself, whether anything is validated or not: before the first stack is written. */
  private write(): void {
    if (this.isWritten) return;
    this.isWritten = true;
    const stacks = new Map(this.stacks().map((stack) => [stack.node.path, stack]));
    for (const service of this.groups.flatMap(({ services }) => services)) {
      service.recordAcknowledgements();
      service.leaveFormerStack((path) => stacks.get(path));
    }
  }

  private errorsOutside(stackPath: string): string[] {
    return [...this.judge()]
      .filter(([path]) => !path.startsWith(`${stackPath}/`))
      .flatMap(([path, errors]) => errors.map((error) => `is not written, because of [${path}] ${error}`));
  }

  /** A walk through all constructs of the app: once for a judgement, and once for what is written. */
  private stacks(): readonly TerraformStack[] {
    return this.root.node.findAll().filter((found) => TerraformStack.isStack(found));
  }

  private judge(): ErrorsByPath {
    this.errors ??= this.review();
    return this.errors;
  }

  private review(): ErrorsByPath {
    const errors = new Map<string, string[]>();
    const report = (path: string, message: string): void => {
      errors.set(path, [...(errors.get(path) ?? []), message]);
    };
    for (const { path, problem } of placeProblems(this.groups.flatMap(({ services }) => services)))
      report(path, problem);
    const inApp = { appStacks: this.stacks().map(({ node }) => node.path), createdFirst: lookOnce() };
    for (const group of this.groups) {
      for (const service of group.services)
        for (const problem of service.problems()) report(service.node.path, problem);
      const review = reviewGroup(group, inApp);
      for (const finding of openErrors(review)) report(finding.address, findingText(finding));
      annotateReview(group, review);
      for (const forkcast of group.forkcasts.keys()) annotateApply(forkcast);
    }
    return errors;
  }
}

/** What the whole app tells of each of its services. */
interface InApp {
  readonly appStacks: readonly string[];
  readonly createdFirst: CreatedFirst;
}

const reviewGroup = ({ forkcast, forkcasts, services }: ReviewGroup, { appStacks, createdFirst }: InApp): Review =>
  reviewOf(
    services.map((service) => ({ ...service.toRequest(createdFirst), appStacks })),
    {
      facts: forkcast.readFacts(),
      catalogue: defaultCatalogue,
      ...ownRulesOf(forkcasts),
      ...(forkcast.policy === undefined ? {} : { policy: forkcast.policy }),
      terms: termsOf([...forkcasts.keys()]),
      acknowledgements: [...forkcasts.keys()].flatMap((scope) => scope.filedAcknowledgements),
      ...(forkcast.now === undefined ? {} : { now: forkcast.now }),
    },
  );

/** What the file says, once, and what constructs of each scope say. */
const termsOf = (scopes: readonly ForkcastScope[]): RecoveryTerms => {
  const [first, ...others] = scopes.map(({ terms }) => terms);
  const placed = others.flatMap(({ policies }) => policies.filter(({ within }) => within !== undefined));
  return { ...first, policies: [...(first?.policies ?? []), ...placed] };
};

/** Each scope's own rules judge what belongs to it, as its project does. */
const ownRulesOf = (forkcasts: ReviewGroup['forkcasts']): { readonly own?: OwnRules } => {
  const given = [...forkcasts].flatMap(([{ ownRules }, paths]) =>
    ownRules === undefined ? [] : [{ ownRules, paths }],
  );
  if (given.length === 0) return {};
  const rules = given.flatMap(({ ownRules, paths }) =>
    ownRules.rules.map((rule): Rule => ({
      ...rule,
      check: (subject) => (paths.has(subject.request.address) ? rule.check(subject) : notApplicable),
    })),
  );
  return { own: { rules, sets: given.flatMap(({ ownRules }) => ownRules.sets) } };
};

/** What refuses a stack is CDKTF's error, thrown on in our way. */
const tellRefusals = (stack: TerraformStack): void => {
  const { synthesizer } = stack;
  stack.synthesizer = { synthesize: (session) => tellRefusal(() => synthesizer.synthesize(session)) };
};
