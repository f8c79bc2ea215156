import {
  known,
  planKey,
  serviceKey,
  unknown,
  type Fact,
  type JsonValue,
  type Plan,
  type ServiceFacts,
  type ServiceRequest,
} from '../domain';
import { oncePer } from './once-per';
import { read, stopped, type Reading } from './reading';
import type { Subject } from './subject';
import { notApplicable, undecided } from './verdict';

/** Size, place and settings of a fork's source, whether it is live or will be made in the same run. */
export interface SourceShape {
  /** `project/service`, or the address where it is declared. */
  readonly name: string;
  readonly planName: Fact<string>;
  /** Known undefined: the catalogue has no such plan. */
  readonly plan: Fact<Plan | undefined>;
  /** Known undefined: its plan is not in the catalogue, so nobody can tell. */
  readonly nodes: Fact<number | undefined>;
  readonly cloud: Fact<string>;
  /** Known undefined: not written. */
  setting(key: string): Fact<JsonValue | undefined>;
}

/** The source as it is, or as it is declared where nobody has looked or it does not exist yet. */
export const sourceShape = oncePer((subject: Subject): Reading<SourceShape> => {
  const { isFork, source } = subject;
  if (!isFork) return stopped(notApplicable);
  if (source.kind === 'live') return read(liveShape(subject, source.service));
  if (source.kind === 'declared') return read(declaredShape(subject, source.request));
  if (source.kind !== 'unknown') return stopped(notApplicable);
  return source.request ? read(declaredShape(subject, source.request)) : stopped(undecided(source.missing));
});

const liveShape = ({ catalogue }: Subject, service: ServiceFacts): SourceShape => ({
  name: serviceKey(service),
  planName: known(service.plan),
  plan: known(catalogue.plans.get(planKey(service.type, service.plan))),
  nodes: service.nodes === undefined ? unknown('not-published') : known(service.nodes),
  cloud: known(service.cloud),
  setting: (key) => known(service.userConfig[key] ?? undefined),
});

const declaredShape = ({ catalogue, facts }: Subject, request: ServiceRequest): SourceShape => {
  const planName = writtenPlan(request);
  const plan: Fact<Plan | undefined> =
    request.serviceType.known && planName.known
      ? known(catalogue.plans.get(planKey(request.serviceType.value, planName.value)))
      : unknown('known-after-apply');
  return {
    name: request.address,
    planName,
    plan,
    nodes: plan.known ? known(plan.value?.nodes) : plan,
    cloud: declaredCloud(request, facts),
    setting: (key) => {
      const fact = Object.hasOwn(request.userConfig, key) ? request.userConfig[key] : undefined;
      return fact === undefined || (fact.known && (fact.value === null || fact.value === '')) ? known(undefined) : fact;
    },
  };
};

const writtenPlan = ({ plan }: ServiceRequest): Fact<string> => {
  if (!plan.known) return plan;
  return plan.value === undefined ? unknown('not-fetched') : known(plan.value);
};

const declaredCloud = ({ cloud, project }: ServiceRequest, facts: Subject['facts']): Fact<string> => {
  if (!cloud.known) return cloud;
  if (cloud.value !== undefined) return known(cloud.value);
  const defaultCloud = project.known ? facts?.projects.get(project.value)?.defaultCloud : undefined;
  return defaultCloud === undefined ? unknown('not-fetched') : known(defaultCloud);
};
