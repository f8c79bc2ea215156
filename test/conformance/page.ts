import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a client met at one operation or command. */
export interface Met {
  readonly name: string;
  readonly outcome: 'served' | 'refused by name' | 'differs';
  readonly note?: string;
}

const page = join(__dirname, '../../docs/conformance.md');

const rows = (client: string, met: readonly Met[]): string => {
  const count = (outcome: Met['outcome']) => met.filter((one) => one.outcome === outcome).length;
  const lines = [...met]
    .sort((a, b) => (a.outcome === b.outcome ? (a.name < b.name ? -1 : 1) : a.outcome > b.outcome ? -1 : 1))
    .map(({ name, outcome, note = '' }) => `| ${name} | ${outcome} | ${note} |`);
  return [
    `## ${client}`,
    '',
    `${count('served')} served, ${count('refused by name')} refused by name, ${count('differs')} differ.`,
    '',
    '| asked | outcome | what differs |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
};

/**
 * Compares what a client met with its part of the page, or writes that with `UPDATE_GOLDEN=1`. A part is all from its heading to the next.
 */
export const expectOnPage = (client: string, met: readonly Met[]): void => {
  const text = readFileSync(page, 'utf8');
  const part = rows(client, met);
  const [head = '', ...parts] = text.split(/^(?=## )/mu);
  const found = parts.findIndex((one) => one.startsWith(`## ${client}\n`));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    const next = found < 0 ? [...parts, part] : parts.map((one, index) => (index === found ? part : one));
    writeFileSync(
      page,
      `${[head, ...next.map((one) => one.trimEnd())]
        .join('\n\n')
        .replace(/\n{3,}/gu, '\n\n')
        .trimEnd()}\n`,
    );
    return;
  }
  expect((parts[found] ?? '').trimEnd()).toBe(part.trimEnd());
};
