import { aFork, aRequest, someFacts } from '../../src/domain/testing';
import { reviewOf } from '../../src/rules';
import { defaultCatalogue, type Facts, type ServiceRequest } from '../../src/domain';

/** A token's view: project `demo` alone. */
const partial: Facts = { ...someFacts(), partial: true };

const judged = (request: ServiceRequest, facts: Facts) => {
  const { findings, undecided } = reviewOf([request], { facts, catalogue: defaultCatalogue });
  return {
    errors: findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId),
    missing: [...new Set(undecided.flatMap(({ missing }) => missing))],
  };
};

describe('facts of some projects alone', () => {
  const elsewhere = aFork({ userConfig: { service_to_fork_from: 'orders-pg', project_to_fork_from: 'production' } });

  test('leave a source in another project open, and refuse it where everything is known', () => {
    expect(judged(elsewhere, partial).errors).toEqual([]);
    expect(judged(elsewhere, partial).missing).toEqual(
      expect.arrayContaining(['live service production/orders-pg', 'project production']),
    );
    expect(judged(elsewhere, someFacts()).errors).toContain('source/not-found');
  });

  test('leave another own project open', () => {
    const request = aRequest({ project: 'production' });
    expect(judged(request, partial)).toMatchObject({
      errors: [],
      missing: expect.arrayContaining(['project production']),
    });
    expect(judged(request, someFacts()).errors).toContain('project/unknown-project');
  });

  test('decide what is in their projects', () => {
    expect(judged(aFork(), partial)).toEqual(judged(aFork(), someFacts()));
    const missing = aFork({ userConfig: { service_to_fork_from: 'nowhere' } });
    expect(judged(missing, partial).errors).toContain('source/not-found');
  });

  test('leave open whether the organization has a free service in another project', () => {
    const free = aRequest({ plan: 'free-1-1gb', cloud: undefined });
    expect(judged(free, partial).missing).toEqual(
      expect.arrayContaining([expect.stringMatching(/^free services of organization/)]),
    );
    expect(judged(free, someFacts()).missing).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^free services/)]),
    );
  });
});
