import { aFork } from '../../../src/domain/testing';
import { cardRenderers, renderers } from '../../../src/review';
import { aCard } from '../a-card';
import { aFinding, aReview } from './a-review';

const addressOf = (key: string): string => `module.eu[0].aiven_pg.copy["${key}"]`;

/** Two forks of one loop in a cloud that does not exist, with a time that is not known; and one beside them. */
const card = aCard([
  ...['a', 'b'].map((key) =>
    aFork({
      address: addressOf(key),
      serviceName: `copy-${key}`,
      cloud: 'aws-nowhere',
      unknown: ['user_config.recovery_target_time'],
    }),
  ),
  aFork({ address: 'aiven_pg.beside', serviceName: 'beside', cloud: 'aws-nowhere' }),
]);

const countOf = (text: string, part: string): number => text.split(part).length - 1;
const fault = 'There is no cloud "aws-nowhere"';

describe('instances of one block of which the same is true', () => {
  test.each(['text', 'markdown', 'html', 'github', 'sarif'] as const)(
    'are one entry with their count in %s',
    (format) => {
      const text = cardRenderers[format](card).replaceAll('&quot;', '"').replaceAll('\\"', '"');
      expect(countOf(text, fault)).toBe(2);
      expect(text).toMatch(/2 instances|"occurrenceCount": 2/);
    },
  );

  test('send the reader of the others to the first', () => {
    expect(cardRenderers.text(card)).toMatch(/ +\d+ more as at module\.eu\[0\]\.aiven_pg\.copy\["a"\]/);
  });

  test('are all logical places of one result', () => {
    const log: unknown = JSON.parse(cardRenderers.sarif(card));
    const places: readonly unknown[] = ['a', 'b'].map((key): unknown =>
      expect.objectContaining({ fullyQualifiedName: `${addressOf(key)} cloud_name` }),
    );
    expect(log).toMatchObject({
      runs: [
        {
          results: expect.arrayContaining([
            expect.objectContaining({
              ruleId: 'placement/cloud-unknown',
              locations: [{ logicalLocations: places }],
              occurrenceCount: 2,
            }),
          ]),
        },
      ],
    });
  });

  test('name their block where something is undecided, one alone itself', () => {
    const undecided = ['a', 'b'].map((key) => ({
      ruleId: 'recovery/backup-not-listed',
      severity: 'error' as const,
      address: addressOf(key),
      missing: [`user_config.recovery_target_time of ${addressOf(key)}`],
    }));
    const text = renderers.text(aReview({ undecided }), { columns: 200 });
    expect(text).toContain('unsure   module.eu.aiven_pg.copy (2 instances)\n');
    expect(text).toContain('Not known: user_config.recovery_target_time of module.eu.aiven_pg.copy.');
    expect(renderers.text(aReview({ undecided: undecided.slice(0, 1) }), { columns: 200 })).toContain(
      `Not known: user_config.recovery_target_time of ${addressOf('a')}.`,
    );
  });

  test('are one finding of the JSON, with their addresses', () => {
    const findings = [aFinding({ address: addressOf('a') }), aFinding({ address: addressOf('b') })];
    expect(JSON.parse(renderers.json(aReview({ findings })))).toMatchObject({
      findings: [{ address: addressOf('a'), addresses: [addressOf('a'), addressOf('b')], instances: 2 }],
      counts: { errors: 2 },
    });
  });
});
