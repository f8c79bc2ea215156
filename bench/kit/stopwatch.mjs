/** Times of a piece of work in this process, in ms: on the wall, and of all its threads on the processor. */
export const timed = (work) => {
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  const value = work();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { value, wallMs, cpuMs: (user + system) / 1000 };
};

/** Memory that this process holds now, and the most it ever held, in MB. */
export const memoryMb = () => ({
  rssMb: process.memoryUsage.rss() / 2 ** 20,
  peakRssMb: process.resourceUsage().maxRSS / 1024,
});

/** What a measured script was asked, and its answer as one line. */
export const asked = () => JSON.parse(process.argv[2] ?? '{}');

export const answer = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
