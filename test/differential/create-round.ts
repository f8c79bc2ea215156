import type { Facts, ServiceId } from '../../src/domain';
import { drawFrom } from '../simulation/draw';
import type { Draw } from '../simulation/draw';
import { disagreement, foretell, namingFault, pointFault, returningFault } from './laws';
import { aForkWish, aNewWish } from './legal-wish';
import { mutations } from './mutations';
import type { Mutation } from './mutations';
import { aRandomRegistry, aWhile } from './random-registry';
import type { Disagreement, PlayRound } from './rounds';
import { asCommand, declared } from './wish';
import type { Wish } from './wish';

/** Requests that are asked of one random registry. */
export const requestsPerRound = 25;

/** Asks the rules and the registry of one random world about random creates, and tells where they disagree. */
export const playCreateRound: PlayRound = (seed, tally) => {
  const draw = drawFrom(seed);
  const registry = aRandomRegistry(draw, { steps: draw.between(15, 45) });
  const found: Disagreement[] = [];
  for (let index = 0; index < requestsPerRound; index += 1) {
    const facts = registry.facts();
    const shown = draw.chance(0.5) ? facts : withoutWindows(facts);
    const { wish, changed } = aWish(draw, facts);
    const request = declared(wish);
    const review = foretell(request, shown);
    if (review.services.some(({ subject: { standing } }) => standing === 'live')) continue;
    const outcome = registry.execute(asCommand(wish));
    const trial = { request, review, outcome, unforeseen: changed.flatMap(({ unforeseen }) => unforeseen ?? []) };
    tally.add(trial);
    const made = outcome.kind === 'accepted' ? registry.findService(idOf(wish)) : undefined;
    const words =
      disagreement(trial) ??
      namingFault(trial, registry, asCommand(wish)) ??
      pointFault(request, shown, made?.facts.lineage ?? null) ??
      returningFault(request, shown, made);
    if (words !== undefined) found.push({ words, wish, changed: changed.map(({ name }) => name) });
    if (draw.chance(0.3)) registry.execute({ type: 'AdvanceClock', byMs: Math.floor(aWhile(draw) / 10) });
  }
  return found;
};

const idOf = ({ project, serviceName: service }: Wish): ServiceId => ({ project, service });

/** The windows are then for the rules to compute. */
const withoutWindows = (facts: Facts): Facts => ({
  ...facts,
  services: new Map([...facts.services].map(([key, service]) => [key, { ...service, windows: null }])),
});

/** A legal wish, about as often as not with one or two aspects changed. */
const aWish = (draw: Draw, facts: Facts): { readonly wish: Wish; readonly changed: readonly Mutation[] } => {
  const legal = draw.chance(0.9) ? aForkWish(draw, facts) : aNewWish(draw, facts);
  const count = draw.weighted([
    [4, 0],
    [5, 1],
    [2, 2],
  ]);
  const changed = Array.from({ length: count }, () =>
    draw.weighted(mutations.map((mutation) => [mutation.weight, mutation] as const)),
  );
  const wish = changed.reduce((before, { change }) => change(before, { draw, facts }), legal);
  return { wish: draw.chance(0.9) ? onePoint(wish) : wish, changed };
};

/** The newest transaction or a time: who asks for both gets the first, and is told of faults in the second all the same. */
const onePoint = (wish: Wish): Wish => {
  if (wish.latestTransaction !== true) return wish;
  const settings = Object.entries(wish.userConfig).filter(([key]) => key !== 'recovery_target_time');
  return { ...wish, userConfig: Object.fromEntries(settings) };
};
