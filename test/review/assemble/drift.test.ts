import type { Drift, Facts, InputAccount } from '../../../src/domain';
import { aService, aTerminatedService, someFacts } from '../../../src/domain/testing';
import { explainDrift } from '../../../src/review/assemble/drift';
import { without } from '../../rules/as-published';

const gone = { kind: 'gone', name: 'demo/orders' } as Drift;
const kindsBy = (facts: Facts | undefined): readonly string[] =>
  explainDrift([{ drift: [gone] } as unknown as InputAccount], facts).flatMap(({ drift }) =>
    drift.map(({ kind }) => kind),
  );

describe('explainDrift', () => {
  test('tells what became of a service that a plan has not found, as far as the facts do', () => {
    const ended = aTerminatedService({ service: 'orders' });
    expect(kindsBy(undefined)).toEqual(['gone']);
    expect(kindsBy(someFacts({ services: [aService({ service: 'orders' })] }))).toEqual(['let-go']);
    expect(kindsBy(someFacts({ terminated: [ended] }))).toEqual(['ended']);
    expect(kindsBy(someFacts())).toEqual(['elsewhere']);
  });

  test('calls nothing made elsewhere where nobody tells what has ended', () => {
    expect(kindsBy(without(someFacts(), ['terminated']))).toEqual(['gone']);
  });
});
