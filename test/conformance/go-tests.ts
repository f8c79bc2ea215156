/** What one test of a Go test binary came to, as `-test.v` tells it. */
export interface GoTest {
  readonly name: string;
  readonly result: 'PASS' | 'FAIL' | 'SKIP';
  /** What it said itself. */
  readonly said: string;
}

const ended = /^--- (PASS|FAIL|SKIP): (\w+) \([\d.]+s\)$/u;
const spoken = /^=== (?:RUN|NAME|CONT) +(\w+)/u;

/** Reads what a Go test binary printed. A test that was cut off has no end, and is told as failed. Never throws. */
export const readGoTests = (printed: string): readonly GoTest[] => {
  const said = new Map<string, string[]>();
  const results = new Map<string, GoTest['result']>();
  let speaker = '';
  for (const line of printed.split('\n')) {
    const [, result, name = ''] = ended.exec(line) ?? [];
    speaker = spoken.exec(line)?.[1] ?? speaker;
    if (!said.has(speaker)) said.set(speaker, []);
    said.get(speaker)?.push(line);
    if (result === 'PASS' || result === 'FAIL' || result === 'SKIP') results.set(name, result);
  }
  return [...said.keys()]
    .filter((name) => name.startsWith('Test'))
    .map((name) => ({ name, result: results.get(name) ?? 'FAIL', said: (said.get(name) ?? []).join('\n') }));
};
