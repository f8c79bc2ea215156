import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './source-tree';

const folder = mkdtempSync(join(tmpdir(), 'forkcast-dist-'));
const dist = join(folder, 'dist');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'bin'), { recursive: true });
  for (const name of ['same.js', 'changed.js', 'bin/gone.js']) writeFileSync(join(dist, name), `before: ${name}`);
});

/** A build, of which `made` is what it writes; the scripts of the build are modules, which jest does not load. */
const build = (made: string, { anew = false } = {}): string => {
  const program = `
    import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
    import { join } from 'node:path';
    import { startBeside, takePlace } from ${JSON.stringify(join(repositoryRoot, 'scripts/dist.mjs'))};
    const dist = ${JSON.stringify(dist)};
    const next = await startBeside(dist, { anew: ${String(anew)} });
    const write = (name, text) => writeFileSync(join(next, name), text);
    ${made}
    await takePlace(next, dist);
  `;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
};

const read = (name: string): string => readFileSync(join(dist, name), 'utf8');

test('a build goes on from what stands there, and leaves alone what it did not change', () => {
  const { ino } = statSync(join(dist, 'same.js'));
  build(
    `write('changed.js', 'after'); rmSync(join(next, 'bin/gone.js')); mkdirSync(join(next, 'sub')); write('sub/new.js', 'new');`,
  );
  expect([read('same.js'), read('changed.js'), read('sub/new.js')]).toEqual(['before: same.js', 'after', 'new']);
  expect(statSync(join(dist, 'same.js')).ino).toBe(ino);
  expect(existsSync(join(dist, 'bin/gone.js'))).toBe(false);
});

test('a build anew holds nothing of what stood there', () => {
  build(`write('same.js', 'after');`, { anew: true });
  expect([existsSync(join(dist, 'changed.js')), read('same.js')]).toEqual([false, 'after']);
});

test('until a build is whole, all that stands there is the one before', () => {
  expect(build(`write('changed.js', 'after'); process.stdout.write(readFileSync(join(dist, 'changed.js')));`)).toBe(
    'before: changed.js',
  );
});

test('no step of it leaves a reader without a file that stood there and is there after', () => {
  const told = build(`
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const steps = ['cp', 'mkdir', 'rename', 'rm', 'writeFile'];
    let taken = 0;
    for (const name of steps) {
      const step = fs.promises[name];
      fs.promises[name] = async (...words) => {
        await step(...words);
        for (const file of ['same.js', 'changed.js', 'bin/gone.js'])
          if (readFileSync(join(dist, file)).length < 14) throw new Error('half of ' + file);
        if (name === 'rename') taken += 1;
      };
    }
    syncBuiltinESMExports();
    write('changed.js', 'after, as long as before');
    write('bin/gone.js', 'after, as long as before');
    process.on('exit', () => console.log(taken));
  `);
  expect(told).toBe('2\n');
});

test('what a killed build left beside it is removed by the next', () => {
  const left = join(folder, 'dist.next-99999999');
  mkdirSync(left);
  const others = join(folder, `dist.next-${String(process.pid)}`);
  mkdirSync(others);
  build(`write('changed.js', 'after');`);
  expect([existsSync(left), existsSync(others)]).toEqual([false, true]);
});
