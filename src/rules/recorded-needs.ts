import type { ServiceRequest } from '../domain';
import type { Configuration } from './configuration';
import { judgeRule } from './engine';
import { exampleSubject, type RuleExample } from './example';
import { type Need, needNames, type Rule } from './rule';
import type { Subject } from './subject';

/**
 * What a rule really reads in its examples, in the order of `needNames`: what it says that it needs is exactly that. An address is only
 * said, so reading it needs nothing. Throws what the rule throws.
 */
export const recordedNeeds = (rule: Rule, examples: readonly RuleExample[]): readonly Need[] => {
  const read = new Set<Need>();
  for (const example of examples) {
    let isChecking = false;
    const note: Note = (...needs) => {
      if (isChecking) for (const need of needs) read.add(need);
    };
    const watched = watchedSubject(exampleSubject(watchedExample(example, note)), note);
    const check: Rule['check'] = (subject) => {
      isChecking = true;
      try {
        return rule.check(subject);
      } finally {
        isChecking = false;
      }
    };
    judgeRule({ ...rule, check }, watched);
  }
  return needNames.filter((need) => read.has(need));
};

type Note = (...needs: readonly Need[]) => void;

/** The same object, that tells of each of its fields that is read. */
const watch = <T extends object>(target: T, onRead: (field: string | symbol) => void): T =>
  new Proxy(target, {
    get: (from, field): unknown => {
      onRead(field);
      return Reflect.get(from, field);
    },
  });

const watchedExample = (example: RuleExample, note: Note): RuleExample => {
  const request = (one: ServiceRequest): ServiceRequest =>
    watch(one, (field) => {
      if (field !== 'change') note(...(field === 'address' ? [] : ['configuration' as const]));
      else if (one.change !== undefined) note('plan');
    });
  const { facts, siblings = [] } = example;
  return {
    ...example,
    request: request(example.request),
    siblings: siblings.map(request),
    facts: facts && watch(facts, (field) => note(needOfFacts(field))),
  };
};

const needOfFacts = (field: string | symbol): Need => {
  switch (field) {
    case 'catalogue':
      return 'catalogue';
    case 'now':
      return 'clock';
    case 'services':
    case 'terminated':
    case 'outages':
    case 'unpublished':
      return 'live-source';
    default:
      return 'live-project';
  }
};

const watchedSubject = (subject: Subject, note: Note): Subject => {
  const configuration: Configuration = watch(subject.configuration, (field) =>
    note(field === 'ended' || field === 'observed' ? 'plan' : 'configuration'),
  );
  return watch({ ...subject, configuration }, (field) => {
    for (const need of needsOf(subject, field)) note(need);
  });
};

/** Where what a subject holds came from: what it was made out of, it does not say itself. */
const needsOf = (subject: Subject, field: string | symbol): readonly Need[] => {
  const { request, existing, source, replicaOf, cloud } = subject;
  switch (field) {
    case 'now':
      return ['clock'];
    case 'catalogue':
    case 'type':
    case 'plan':
      return ['catalogue'];
    case 'project':
      return ['live-project'];
    case 'existing':
      return ['live-source'];
    case 'standing':
    case 'remade':
    case 'made':
    case 'madeName':
    case 'decision':
      return request.change === undefined
        ? ['live-source']
        : existing === undefined
          ? ['plan']
          : ['plan', 'live-source'];
    case 'source':
    case 'replicaOf': {
      const kind = (field === 'source' ? source : replicaOf)?.kind ?? 'none';
      return kind === 'none' || kind === 'declared' ? ['configuration'] : ['configuration', 'live-source'];
    }
    case 'isFork':
    case 'sourceName':
    case 'setting':
    case 'planName':
      return ['configuration'];
    case 'cloud':
      return cloud.known && request.cloud.known && request.cloud.value !== undefined
        ? ['configuration']
        : ['configuration', 'live-project'];
    default:
      return [];
  }
};
