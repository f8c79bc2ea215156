import { interleaved, median } from '../kit/numbers.mjs';
import { openFolder, serviceOf } from './terraform.mjs';

/** Plans of one new resource, in turns: built in, fresh, resident. */
export const plansOfOne = async (context) => {
  const { reattach, ...fresh } = context;
  const services = { forkcast_service: { one: serviceOf('bench-one') } };
  const builtIn = openFolder(fresh, 'one-built-in', { terraform_data: { one: {} } }, { isProvider: false });
  const started = openFolder(fresh, 'one-fresh', services, { isProvider: true });
  const found = openFolder({ ...fresh, reattach }, 'one-resident', services, { isProvider: true });
  const results = await interleaved(context.rounds * 4, {
    builtIn: builtIn.plan,
    fresh: started.plan,
    resident: found.plan,
  });
  return {
    builtIn: median(results.builtIn),
    fresh: median(results.fresh),
    residentBeyond: median(results.resident.map((value, round) => value - results.builtIn[round])),
  };
};
