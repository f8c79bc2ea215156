import { readerLanguages, spelled, type ReaderLanguage } from '../../src/domain';
import { fillTemplate } from '../../src/planner';
import { allRules, makeFinding } from '../../src/rules';

/** Where a service is declared that a reader of each language looks at. */
const addressFor: Readonly<Record<ReaderLanguage, string>> = {
  hcl: 'forkcast_service.fork',
  cdktf: 'stack/fork',
  cli: 'pg-fork',
  console: 'pg-fork',
};

const remedies = allRules.flatMap((rule) => Object.keys(rule.messages).map((message) => [rule, message] as const));

/** Data with a setting wherever a message names one. */
const data = { key: 'pg_version', field: 'static_ips', hint: 'Set disk_space_mb.', advice: 'Leave disk_space_mb out.' };

const remedyIn = (language: ReaderLanguage, [rule, message]: (typeof remedies)[number]): string =>
  makeFinding(
    rule,
    { request: { address: addressFor[language], ...(language === 'console' ? { reader: language } : {}) } },
    { kind: 'violated', message, data },
  ).remedy;

/** What no reader of a language should read. What stands in braces is filled with the reader's own words. */
const foreign: Readonly<Record<ReaderLanguage, RegExp>> = {
  hcl: /\b[a-z]+[A-Z]|--(?!acknowledgements)|\w\(\.\.\.\)/,
  cdktf: /\b[a-z]+_[a-z]|\b[a-z]+ = "|--/,
  cli: /\b[a-z]+[A-Z]|\w\(\.\.\.\)|attribute acknowledge/,
  console: /\b[a-z]+[A-Z]|\w\(\.\.\.\)|--|acknowledge|\b(cloud_name|disk_space_mb|recovery_target_time|service_name)\b/,
};

describe.each(readerLanguages)('a remedy for a reader of %s', (language) => {
  test('has no words of another language', () => {
    const told = remedies.map((one) =>
      remedyIn(language, one)
        .replace(/\{\w+\}/g, '')
        .replace(/-c \w+/g, ''),
    );
    expect(told.length).toBeGreaterThan(150);
    expect(told.filter((text) => foreign[language].test(text))).toEqual([]);
  });

  test('is whole sentences', () => {
    const told = remedies.map((one) => remedyIn(language, one));
    expect(
      told.filter(
        (text) => !/^[A-Z{][^]*[.?}]$/.test(text) || /(^|\. )Nothing,|otherwise nothing|or nothing,/.test(text),
      ),
    ).toEqual([]);
  });
});

test("no reader of the vendor's resources is told to ask for what only Forkcast's have", () => {
  // Only a service of Forkcast's leads there.
  const own = new Set([
    ...['accepted', 'name-accepted', 'other-name', 'replaced', 'leftBehind', 'renamed', 'held', 'heldByCommand'],
    ...['latest-transaction', 'provider', 'commands', 'swapped'],
  ]);
  const told = remedies
    .filter(([, message]) => !own.has(message))
    .map(([rule, message]) => {
      const request = { address: 'acme/fork', resource: 'aiven_pg.fork["eu.west"]' };
      return `${rule.id} ${message}: ${makeFinding(rule, { request }, { kind: 'violated', message, data }).remedy}`;
    });
  expect(
    told.filter((text) =>
      /on_?fork_?change|latest.?transaction|from: '|\(\.\.\.\)|moved_?from|fromRegistry/i.test(text),
    ),
  ).toEqual([]);
});

test('what is acknowledged is acknowledged where the reader can', () => {
  const rule = allRules.find(({ id }) => id === 'placement/ip-filter-opened');
  const remedyAt = (address: string): string =>
    rule === undefined
      ? ''
      : makeFinding(rule, { request: { address } }, { kind: 'violated', message: 'opened', data: {} }).remedy;
  expect(remedyAt('forkcast_service.a')).toContain('acknowledge this finding (attribute acknowledge)');
  expect(remedyAt('module.eu.aiven_pg.main')).toContain('acknowledge this finding (a file of --acknowledgements)');
  expect(remedyAt('stack/a')).toContain('acknowledge this finding (acknowledge(...) of the service)');
  expect(remedyAt('copy')).toContain('acknowledge this finding (--yes)');
  const crossed = allRules.filter(({ id }) => id === 'placement/geo-region-crossed');
  const violated = { kind: 'violated', message: 'crossed', data: { sourceGeo: 'europe' } } as const;
  const request = { address: 'copy', reader: 'console' } as const;
  expect(crossed.map((one) => makeFinding(one, { request }, violated).remedy)).toEqual([
    'Choose a cloud in europe, or go on.',
  ]);
});

test('a value that moves by itself is ignored in HCL, and nowhere else', () => {
  const rule = allRules.find(({ id }) => id === 'lifecycle/fork-key-changed');
  const remedyAt = (address: string): string =>
    rule === undefined
      ? ''
      : makeFinding(
          rule,
          { request: { address } },
          { kind: 'violated', message: 'changed', data: { path: 'user_config.x' } },
        ).remedy;
  expect(remedyAt('forkcast_service.a')).toMatch(
    / lifecycle \{ ignore_changes = \[user_config\.x\] \} keeps the fork\.$/,
  );
  expect(['stack/a', 'aiven_pg.a'].filter((address) => remedyAt(address).includes('ignore_changes'))).toEqual([]);
});

test.each<[string, ReaderLanguage, string]>([
  ['Set disk_space_mb to 90112.', 'hcl', 'Set disk_space_mb to 90112.'],
  ['Set disk_space_mb to 90112.', 'cdktf', 'Set diskSpaceMb to 90112.'],
  ['Set disk_space_mb to 90112.', 'cli', 'Set --disk-space-gib to 88 GiB.'],
  ['Set disk_space_mb to 90112.', 'console', 'Set disk to 88 GiB.'],
  ['give a recovery_target_time up to', 'console', 'give a point in time up to'],
  ['Leave pg_version out.', 'cli', 'Leave -c pg_version out.'],
  ['Set user_config.pg_version.', 'hcl', 'Set user_config.pg_version.'],
  ['Set user_config.pg_version.', 'cdktf', 'Set userConfig.pgVersion.'],
  ['Set user_config.timezone.', 'cli', 'Set -c timezone.'],
  ['Take recovery_target_time out.', 'cli', 'Take --recovery-target-time out.'],
  ['accept it with on_fork_change = "replace".', 'hcl', 'accept it with on_fork_change = "replace".'],
  ['accept it with on_fork_change = "replace".', 'cdktf', "accept it with onForkChange: 'replace'."],
  ['a fork with from = "secondary"', 'cli', 'a fork with --from secondary'],
  ['{ to = forkcast_service.a, id = "demo/a_b" }', 'hcl', '{ to = forkcast_service.a, id = "demo/a_b" }'],
])('%s in %s is %s', (text, language, words) => {
  expect(spelled(text, language)).toBe(words);
});

test('values of a message keep their own spelling', () => {
  expect(fillTemplate(spelled('Set cloud_name to "{cloud}".', 'cdktf'), { cloud: 'my_cloud' })).toBe(
    'Set cloudName to "my_cloud".',
  );
});
