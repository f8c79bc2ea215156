import { median } from '../kit/numbers.mjs';
import { many, openFolder, serviceOf } from './terraform.mjs';

const count = 100;

/**
 * Plan, and apply of that plan, of a hundred new services against as many `terraform_data` that hold the same values.
 * @param {{ rounds: number, root: string, registry: string, reattach: string }} context
 */
export const hundredPlain = async ({ rounds, ...context }) => {
  const times = { plan: { builtIn: [], resident: [] }, apply: { builtIn: [], resident: [] } };
  for (let round = 0; round < rounds; round += 1) {
    const names = (index) => `plain-${round}-${index}`;
    const inputs = many(count, (index) => ({ input: serviceOf(names(index)) }));
    const services = many(count, (index) => serviceOf(names(index)));
    const { reattach, ...fresh } = context;
    const folders = {
      builtIn: openFolder(fresh, `built-in-${round}`, { terraform_data: inputs }, { isProvider: false }),
      resident: openFolder(
        { ...fresh, reattach },
        `resident-${round}`,
        { forkcast_service: services },
        { isProvider: true },
      ),
    };
    const order = round % 2 === 0 ? ['builtIn', 'resident'] : ['resident', 'builtIn'];
    for (const name of order) times.plan[name].push(folders[name].plan());
    for (const name of order) folders[name].save();
    for (const name of order) times.apply[name].push(folders[name].apply());
    folders.resident.destroy();
  }
  const beyond = ({ builtIn, resident }) => median(resident.map((value, round) => value - builtIn[round]));
  return {
    plan: { builtIn: median(times.plan.builtIn), beyond: beyond(times.plan) },
    apply: { builtIn: median(times.apply.builtIn), beyond: beyond(times.apply) },
  };
};

/** A hundred forks by fresh processes, against as many `local-exec` of a Node that does nothing. */
export const hundredForks = async ({ root, registry, rounds }) => {
  /** @type {number[][]} */
  const [provider, localExec] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const forks = many(count, (index) => serviceOf(`fork-${round}-${index}`, { service_to_fork_from: 'source' }));
    const commands = many(count, () => ({ provisioner: [{ 'local-exec': { command: 'node -e 0' } }] }));
    const forked = openFolder({ root, registry }, `forks-${round}`, { forkcast_service: forks }, { isProvider: true });
    const ran = openFolder({ root, registry }, `ran-${round}`, { terraform_data: commands }, { isProvider: false });
    forked.save();
    ran.save();
    const steps = [() => provider.push(forked.apply()), () => localExec.push(ran.apply())];
    for (const step of round % 2 === 0 ? steps : steps.reverse()) step();
    forked.destroy();
  }
  return {
    provider: median(provider),
    localExec: median(localExec),
    ratio: median(provider.map((value, round) => value / localExec[round])),
  };
};
