import { avnCode } from './avn-code';
import { cliCode } from './cli-code';
import { curlCode } from './curl-code';
import { hclCode, hclImport } from './hcl-code';
import { typescriptCode, typescriptTakeover } from './typescript-code';
import { writtenService } from './written-service';

/** The languages that a service is written in, as their names are typed. */
export const codeLanguages = ['typescript', 'hcl', 'cli', 'curl'] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

/**
 * What makes a service, a fork among them, ready to copy: as a construct, as a resource of Forkcast's provider, as a command line, and
 * as a request. A secret is read from an environment variable in all of them. Never throws.
 * @param options.account - at a real account the command line is the vendor's own: Forkcast's only reads there
 */
export const serviceCode = (
  service: Parameters<typeof writtenService>[0],
  { account }: { readonly account: 'simulated' | 'real' } = { account: 'simulated' },
): Readonly<Record<CodeLanguage, string>> => {
  const written = writtenService(service);
  return {
    typescript: typescriptCode(written),
    hcl: hclCode(written),
    cli: account === 'real' ? avnCode(written) : cliCode(written),
    curl: curlCode(written),
  };
};

/**
 * What takes a live service that nobody holds into a stack: a block `import` with its resource; or the construct, which has that
 * block with the backend 'provider', and of which the first apply is refused with local-exec; and the command line that lets the second
 * one have it. Never throws.
 */
export const takeoverCode = (
  service: Parameters<typeof writtenService>[0],
): Readonly<Record<'typescript' | 'hcl' | 'cli', string>> => {
  const written = writtenService(service);
  return {
    typescript: typescriptTakeover(written),
    hcl: `${hclImport(written)}\n\n${hclCode(written)}`,
    cli: 'forkcast service adopt --state terraform.tfstate',
  };
};
