import { join } from 'node:path';
import { forkcastProvider } from '../../src/provider/forkcast-provider';
import { shownSchemas } from '../../src/provider/shown-schemas';
import { repositoryRoot } from '../source-tree';
import { expectGolden } from '../golden';

const golden = join(repositoryRoot, 'test/golden/provider-schema.json');

describe('the schema of the provider', () => {
  test('is the one of the golden file: a changed attribute is a decision', () => {
    const provider = forkcastProvider({
      environment: () => undefined,
      drawId: () => 'drawn-id-1',
      connect: () => {
        throw new RangeError('A schema opens no registry.');
      },
    });
    const text = `${JSON.stringify(shownSchemas(provider), null, 1)}\n`;
    expectGolden(golden, text);
  });
});
