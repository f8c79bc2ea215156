import { spawn, spawnSync } from 'node:child_process';

// A certificate bundle would triple the start of every Node process, and with it hide what is measured.
const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;

/** The environment of every measured process. */
export const quietEnv = Object.fromEntries(Object.entries(inherited).filter(([name]) => !name.startsWith('FORKCAST_')));

const longestRunMs = 120_000;

const failure = (words, status, stderr) => new Error(`node ${words.join(' ')} ended with ${status}: ${stderr}`);

/**
 * Runs `node` to its end. Returns its wall time in ms and its output.
 * @param {readonly string[]} words
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, limitMs?: number }} [options]
 */
export const runNode = (words, { env = {}, cwd, limitMs = longestRunMs } = {}) => {
  const started = performance.now();
  const ran = spawnSync(process.execPath, words, {
    env: { ...quietEnv, ...env },
    cwd,
    encoding: 'utf8',
    timeout: limitMs,
    maxBuffer: 64 * 1024 * 1024,
  });
  const wallMs = performance.now() - started;
  if (ran.status !== 0) throw failure(words, ran.status ?? ran.signal, ran.stderr);
  return { wallMs, stdout: ran.stdout };
};

/** Runs a program to its end. */
export const runProgram = (program, words, options) => {
  const ran = spawnSync(program, words, { encoding: 'utf8', timeout: longestRunMs, ...options });
  if (ran.status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${ran.status}: ${ran.stderr}`);
  return ran.stdout;
};

/** Processor time of a program and of all that it starts and waits for, in ms: neighbours on a busy machine do not count. */
export const processorMs = (program, words, options) => {
  const script = '"$@" > /dev/null; status=$?; times; exit $status';
  const told = runProgram('bash', ['-c', script, 'bash', program, ...words], options);
  // The second line is of what was started: user and system, such as 0m0.442s 0m0.093s.
  const parts = [...(told.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000, 0);
};

/** Runs a script of the benchmarks that answers with one line of JSON, and adds `wallMs`, the time of the whole process. */
export const measureNode = (script, argument) => {
  const { wallMs, stdout } = runNode([script, JSON.stringify(argument)]);
  return { ...JSON.parse(stdout), wallMs };
};

/** Runs such scripts at once, and returns what they answered. */
export const measureAtOnce = (script, listOfArguments) =>
  Promise.all(
    listOfArguments.map(
      (argument) =>
        new Promise((resolve, reject) => {
          const words = [script, JSON.stringify(argument)];
          const child = spawn(process.execPath, words, { env: quietEnv, timeout: longestRunMs });
          /** @type {Buffer[][]} */
          const [out, errors] = [[], []];
          child.stdout.on('data', (chunk) => out.push(chunk));
          child.stderr.on('data', (chunk) => errors.push(chunk));
          child.on('close', (status, signal) =>
            status === 0
              ? resolve(JSON.parse(Buffer.concat(out).toString()))
              : reject(failure(words, status ?? signal, Buffer.concat(errors).toString())),
          );
        }),
    ),
  );
