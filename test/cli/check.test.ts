import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Service } from '../../src/constructs';
import { anApp } from '../constructs/an-app';
import { aShell, aShellWithOrders } from './a-registry';
import type { Shell } from './a-registry';
import { json } from './a-terminal';

/** Synthesizes one fork of `orders` into the shell's `cdktf.out`; no validation, as on a machine without facts. */
const synthesize = (shell: Shell, recoveryTime: string): void => {
  const { app, stack } = anApp();
  new Service(stack, 'fork', {
    serviceName: 'orders-fork',
    serviceType: 'pg',
    plan: 'business-4',
    cloudName: 'aws-eu-central-1',
    userConfig: { serviceToForkFrom: 'orders', recoveryTargetTime: recoveryTime },
  });
  app.synth();
  cpSync(app.outdir, join(shell.folder.path, 'cdktf.out'), { recursive: true });
};

describe('check with a registry', () => {
  const shell = aShellWithOrders();

  test('a fork that will work ends with 0, and says until when that stays true', async () => {
    synthesize(shell, '2026-11-22T12:00:00Z');
    const { exitCode, out, err } = await shell.run('check cdktf.out --strict');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(/^holds +demo\/fork until 2026/m);
    expect(out).toContain('ok: 0 errors');
    expect(out).toContain(', 0 undecided');
  });

  test('a time outside the window ends with 1, and names the window', async () => {
    synthesize(shell, '2026-11-01T00:00:00Z');
    const { exitCode, out } = await shell.run('check cdktf.out');
    expect(exitCode).toBe(1);
    expect(out).toMatch(
      /^error +recovery\/target-time-before-window +demo\/fork › user_config\.recovery_target_time$/m,
    );
    expect(out).toContain('2026-11-20T08:00:00Z');
    expect(out).toContain('forkcast explain recovery/target-time-before-window');
  });

  test('the same as JSON', async () => {
    expect(json(await shell.run('check cdktf.out --format json'))).toMatchObject({
      formatVersion: 1,
      verdict: 'fail',
      now: '2026-11-23T08:00:00Z',
      findings: [
        { ruleId: 'recovery/target-time-before-window', severity: 'error' },
        { ruleId: 'sizing/adds-cost', severity: 'note' },
        { ruleId: 'source/tags-not-copied', severity: 'note' },
      ],
    });
  });

  test('a snapshot says the same as the registry that it was taken of', async () => {
    await shell.story('registry snapshot --out facts.json');
    const live = json(await shell.run('check cdktf.out --format json'));
    const kept = json(await shell.run('check cdktf.out --format json --registry facts:facts.json'));
    expect({ ...kept, factsOrigin: '' }).toEqual({ ...live, factsOrigin: '' });
  });

  test('what the registry will refuse cannot be acknowledged', async () => {
    const acknowledgements = {
      formatVersion: 1,
      acknowledgements: [{ rule: 'recovery/target-time-before-window', reason: 'we know' }],
    };
    writeFileSync(join(shell.folder.path, 'known.json'), JSON.stringify(acknowledgements));
    const { exitCode, out } = await shell.run('check cdktf.out --acknowledgements known.json');
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^stale +recovery\/target-time-before-window +known\.json$/m);
  });

  test.each([
    ['{}', 3, 'known.json'],
    ['nonsense', 3, 'known.json'],
  ])('acknowledgements that are %s end with %d', async (text, exitCode, message) => {
    writeFileSync(join(shell.folder.path, 'known.json'), text);
    const ran = await shell.run('check cdktf.out --acknowledgements known.json');
    expect([ran.exitCode, ran.err]).toEqual([exitCode, expect.stringContaining(message)]);
  });
});

describe('check without a registry', () => {
  const shell = aShell();

  test('what needs facts is undecided: a note, counted, and a failure only with --strict', async () => {
    synthesize(shell, '2026-11-22T12:00:00Z');
    const { exitCode, out, err } = await shell.run('check cdktf.out');
    expect(exitCode).toBe(0);
    expect(err).toContain('note: no registry was named');
    expect(out).toContain('undecided (there are no facts of a registry)');
    expect((await shell.run('check cdktf.out --strict')).exitCode).toBe(1);
  });

  test('--now decides what only needs the time', async () => {
    const undecided = async (line: string) => Number(/(\d+) undecided/.exec((await shell.run(line)).out)?.[1]);
    const before = await undecided('check cdktf.out');
    expect(await undecided('check cdktf.out --now 2026-11-23T08:00:00Z')).toBeLessThan(before);
    const future = await shell.run('check cdktf.out --now 2026-11-22T11:59:59Z');
    expect(future.exitCode).toBe(1);
  });

  test('what is no synth output is a usage error', async () => {
    expect((await shell.run('check .')).exitCode).toBe(2);
    expect((await shell.run('check nowhere --format json')).exitCode).toBe(2);
  });
});

describe('service list --unmanaged', () => {
  const shell = aShellWithOrders();

  test('a service that no stack declared is not listed', async () => {
    synthesize(shell, '2026-11-22T12:00:00Z');
    expect((await shell.run('service list --unmanaged cdktf.out')).out).toBe(
      'every declared service is still declared\n',
    );
    expect(json(await shell.run('service list --unmanaged cdktf.out --format json'))).toMatchObject({ services: [] });
  });
});
