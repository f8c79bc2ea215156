import { cardRenderers } from '../../../src/review';
import { aCard, manyForks, mixedRequests } from '../a-card';
import { sarifFaults } from '../sarif-schema';

describe('SARIF', () => {
  const faultsOf = sarifFaults();

  test.each([
    ['of nothing', aCard([])],
    ['of every kind of finding', aCard(mixedRequests())],
    ['without facts', aCard(mixedRequests(), 'none')],
    ['of many forks', aCard(manyForks(30))],
  ])('%s is valid against its schema', (_, card) => {
    expect(faultsOf(cardRenderers.sarif(card))).toEqual([]);
  });

  test('names the construct path, and file and line where they are known', () => {
    const [request] = mixedRequests();
    const card = aCard(request === undefined ? [] : [{ ...request, declaredAt: { file: 'main.tf', line: 12 } }]);
    const log: unknown = JSON.parse(cardRenderers.sarif(card));
    expect(log).toMatchObject({
      runs: [
        {
          results: expect.arrayContaining([
            expect.objectContaining({
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: 'main.tf' }, region: { startLine: 12 } },
                  logicalLocations: [expect.objectContaining({ kind: 'resource' })],
                },
              ],
            }),
          ]),
        },
      ],
    });
  });

  test('what was accepted is suppressed, what could not be decided is open', () => {
    const acknowledgements = [{ ruleId: 'source/integrations-not-copied', reason: 'moving away', scope: 'demo-stack' }];
    const requests = mixedRequests().map((request) => ({ ...request, acknowledgements }));
    const text = cardRenderers.sarif(aCard(requests));
    expect(text).toContain('"suppressions"');
    expect(text).toContain('"kind": "open"');
  });
});
