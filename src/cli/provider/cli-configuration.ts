import { providerHost } from './address';

const [begin, end] = ['# forkcast provider install: begin', '# forkcast provider install: end'];

/** A CLI configuration of its own: the provider comes from the mirror, every other one from where it always does. Never throws. */
export const directConfiguration = (mirror: string): string =>
  [
    '# Written by `forkcast provider install`; TF_CLI_CONFIG_FILE names it.',
    'provider_installation {',
    '  filesystem_mirror {',
    `    path    = ${hclText(mirror)}`,
    `    include = ["${providerHost}/*/*"]`,
    '  }',
    '  direct {',
    `    exclude = ["${providerHost}/*/*"]`,
    '  }',
    '}',
    '',
  ].join('\n');

/** What adding to a user's own configuration comes to. */
type Addition =
  { readonly kind: 'added'; readonly text: string } | { readonly kind: 'refused'; readonly lines: readonly string[] };

/**
 * A user's own configuration with the mirror added, between two marks, in place of an earlier addition. Refused when it says already where
 * providers come from: Terraform allows one such block, so `lines` have to be put into it by hand. Never throws.
 */
export const withMirror = (own: string, mirror: string): Addition => {
  const text = withoutMirror(own);
  if (/^\s*provider_installation\b/m.test(text)) {
    return {
      kind: 'refused',
      lines: ['filesystem_mirror {', `  path    = ${hclText(mirror)}`, `  include = ["${providerHost}/*/*"]`, '}'],
    };
  }
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return { kind: 'added', text: `${text}${gap}${begin}\n${directConfiguration(mirror)}${end}\n` };
};

/** A user's own configuration as it was before. Never throws. */
export const withoutMirror = (own: string): string => {
  const [from, to] = [own.indexOf(begin), own.indexOf(end)];
  return from === -1 || to < from ? own : own.slice(0, from) + own.slice(to + end.length).replace(/^\n/, '');
};

const hclText = (text: string): string => JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
