import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RequestRefusedError } from '../src/api';
import { printingTo } from '../src/cli/printing';
import { printable, printableText, printableValue } from '../src/domain';
import { encodeDiagnostic } from '../src/provider/protocol/diagnostic';
import { errorAt } from '../src/provider/protocol';
import { readMessage } from '../src/provider/protocol/wire/protobuf';
import { findingText } from '../src/constructs/annotate-review';
import { aFolder, forkcast } from './cli/a-terminal';

/** What a name, an answer or a file may hold to fool whoever reads what is printed. */
const hostile = {
  'clears the screen': 'a\u001b[2Jb',
  'a link of OSC 8': '\u001b]8;;http://evil.example\u0007ok\u001b]8;;\u0007',
  'C1 colour': '\u009b31mred',
  'right to left': 'name\u202egpj.exe',
  'an isolate': '\u2066x\u2069',
  'zero width': 'pro\u200bd\u200d\ufeff',
  'a carriage return': 'error\rok   ',
  backspaces: 'bad\b\b\bok',
  'a line of its own': 'x\nno errors, 0 warnings',
  'a separator of lines': 'x\u2028no errors\u2029',
  'half a character': 'x\ud800y',
  tags: 'x\u{e0041}\u{e007f}y',
  'a workflow command': 'x\n::error file=a::made up',
  'an old workflow command': '##[error]made up',
} as const;

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const command = /^\s*::.*::|##\[/m;
const lineEnds = /[\n\t]/g;

const expectPrinted = (text: string): void => {
  expect(text.replace(lineEnds, ' ')).not.toMatch(unseen);
  expect(text).not.toMatch(command);
  expect(text.split('\n').map((line) => line.trim())).not.toContain('no errors, 0 warnings');
};

/** Who prints it sees to the commands: the command line, or Terraform, whose lines begin with a mark of its own. */
const withoutCommands = (text: string): string => text.replaceAll('::', '').replaceAll('##[', '');

const folder = aFolder();

const planWith = (text: string): string =>
  JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: [
      {
        address: `aiven_pg.${text}`,
        mode: 'managed',
        type: 'aiven_pg',
        name: text,
        provider_name: 'registry.terraform.io/aiven/aiven',
        change: {
          actions: ['create'],
          before: null,
          after: { service_name: text, plan: text, cloud_name: text, project: text },
        },
      },
    ],
  });

/** Each way by which a text of others comes to be printed. */
const doors: Readonly<Record<string, (text: string) => Promise<string>>> = {
  'an argument of the command line': async (text) => {
    const { out, err } = await forkcast(['service', 'get', text, '--registry', text], { cwd: folder.path });
    return out + err;
  },
  'an unknown command': async (text) => {
    const { out, err } = await forkcast([text], { cwd: folder.path });
    return out + err;
  },
  'an error as JSON': async (text) => {
    const { out, err } = await forkcast(['check', text, '--format', 'json'], { cwd: folder.path });
    expect(() => void JSON.parse(out)).not.toThrow();
    return out + err;
  },
  'a plan that cannot be read': async (text) => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(join(folder.path, 'broken.json'), `{"resource_changes": [{"address": ${JSON.stringify(text)}}]}`);
    const { out, err } = await forkcast(['review', 'broken.json'], { cwd: folder.path });
    return out + err;
  },
  ...Object.fromEntries(
    ['text', 'json', 'markdown', 'html', 'junit', 'sarif'].map((format) => [
      `a plan, reviewed as ${format}`,
      async (text: string) => {
        writeFileSync(join(folder.path, 'plan.json'), planWith(text));
        const { out, err } = await forkcast(['review', 'plan.json', '--format', format], { cwd: folder.path });
        expect(out).not.toBe('');
        return out + err;
      },
    ]),
  ),
  'a refusal of the registry': (text) =>
    Promise.resolve(withoutCommands(new RequestRefusedError(400, 'x', text).message)),
  'a diagnostic of Terraform': (text) => {
    const answer = readMessage(encodeDiagnostic(errorAt({ summary: text, detail: text })));
    // Details have lines; what the registry says is one of them, see its refusal.
    return Promise.resolve(withoutCommands(`${answer.text(2)}${answer.text(3).replaceAll('\n', ' ')}`));
  },
  'a finding at synth': (text) => {
    const finding = {
      severity: 'error',
      summary: text,
      attribute: 'plan',
      detail: text,
      remedy: text,
      ruleId: 'x',
    } as const;
    const told = findingText({ ...finding, address: text, acknowledged: null });
    return Promise.resolve(withoutCommands(told));
  },
};

describe.each(Object.entries(doors))('through %s', (_, show) => {
  test.each(Object.entries(hostile))('%s is shown by its code', async (_name, text) => {
    expectPrinted(await show(text));
  });
});

test('the annotations of a review are the only lines that a runner takes for commands', async () => {
  writeFileSync(join(folder.path, 'plan.json'), planWith(hostile['a workflow command']));
  const { out } = await forkcast(['review', 'plan.json', '--format', 'github'], { cwd: folder.path });
  expect(out).toMatch(/^::(error|warning|notice) /m);
  expect(out.split('\n').filter((line) => line.includes('::') && !/^::(error|warning|notice) /.test(line))).toEqual([]);
  expect(out).not.toMatch(/^\s*::error file=a::/m);
});

test('a colour of our own passes where there is colour, and nothing else that begins as one', () => {
  let printed = '';
  const terminal = (isPainted: boolean) =>
    printingTo({ out: (text: string) => void (printed = text) } as Parameters<typeof printingTo>[0], { isPainted });
  terminal(true).out('\u001b[31merror\u001b[39m \u001b[8mhidden \u001b[2J');
  expect(printed).toBe('\u001b[31merror\u001b[39m \\u001b[8mhidden \\u001b[2J');
  terminal(false).out('\u001b[31merror');
  expect(printed).toBe('\\u001b[31merror');
});

test('JSON that was made printable means what it meant', () => {
  const value = { texts: Object.values(hostile), tab: 'a\tb' };
  expect(JSON.parse(printableText(JSON.stringify(value, null, 2)))).toEqual(value);
});

test.each(Object.values(hostile))('what is printable stays as it is: %j', (text) => {
  for (const show of [printable, printableText, printableValue]) expect(show(show(text))).toBe(show(text));
});
