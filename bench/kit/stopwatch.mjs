import { readFileSync } from 'node:fs';

/** Times of a piece of work in this process, in ms: on the wall, and of all its threads on the processor. */
export const timed = (work) => {
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  const value = work();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { value, wallMs, cpuMs: (user + system) / 1000 };
};

/** Memory that this process holds now, and the most it ever held, in MB. */
export const memoryMb = () => ({ rssMb: process.memoryUsage.rss() / 2 ** 20, peakRssMb: peakKb() / 1024 });

/** On Linux, `maxRSS` of a child begins with what its parent held when it was started, so the kernel's own mark is read. */
const peakKb = () => {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
};

/** What a measured script was asked, and its answer as one line. */
export const asked = () => JSON.parse(process.argv[2] ?? '{}');

export const answer = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
