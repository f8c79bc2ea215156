import type { Ran } from './ground';

const did = /No changes|\d+ to add, \d+ to change, \d+ to destroy|\d+ added, \d+ changed, \d+ destroyed|\d+ destroyed/g;

/** What a command says in a few words: why it was refused, else what it did and whose it left alone. */
export const told = ({ code, text }: Ran): string => {
  const plain = text.replace(/\s+/g, ' ');
  const done = [...plain.matchAll(did)].at(-1)?.[0] ?? 'done';
  const left = plain.includes("left as it is: it is another's") ? ", left as it is: it is another's" : '';
  return code === 0 ? `${done}${left}` : `error: ${reasonIn(plain)}`;
};

/** Forkcast's own words where it was asked, else those of Terraform, or of the synthesis. */
const reasonIn = (plain: string): string => {
  const patterns = [
    /error: (The name of \S+ is taken: the service [^.(]*?)(?:, on \S+)? ?[.(]/,
    /error: (.*?)[.:] /,
    /(This declaration was applied as \S+; the configuration now says \S+)\. Put/,
    /\((lifecycle\/[a-z-]+|project\/[a-z-]+)\)/,
    /\] (says movedFrom [^,.]*)/,
    /Error: (.*?)(?: on cdk| with |\. )/,
  ];
  const found = patterns.map((pattern) => pattern.exec(plain)?.[1]).find((words) => words !== undefined);
  return (found ?? (plain === '' ? 'killed' : plain.slice(-200))).trim();
};

/** The owners in the line that mends a refused apply: `forkcast service adopt ... --from FROM --owner OWNER`. */
export const adoptLineIn = ({ text }: Ran): readonly string[] => {
  const [, from = '', owner = ''] =
    /forkcast service adopt \S+ --from (\S+) --owner (\S+)/.exec(text.replace(/\s+/g, ' ')) ?? [];
  return ['service', 'adopt', 'demo/pg-fork', '--from', from, '--owner', owner];
};
