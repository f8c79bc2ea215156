import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { cardRenderers } from '../../../src/review';
import { aCard, manyForks, mixedRequests } from '../a-card';

const json = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;

describe('SARIF', () => {
  const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore' });
  ajv.addMetaSchema(json(require.resolve('ajv/lib/refs/json-schema-draft-04.json')));
  const valid = ajv.compile(json(join(__dirname, '../sarif-2.1.0.schema.json')));

  test.each([
    ['of nothing', aCard([])],
    ['of every kind of finding', aCard(mixedRequests())],
    ['without facts', aCard(mixedRequests(), 'none')],
    ['of many forks', aCard(manyForks(30))],
  ])('%s is valid against its schema', (_, card) => {
    valid(JSON.parse(cardRenderers.sarif(card)));
    expect(valid.errors ?? []).toEqual([]);
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
