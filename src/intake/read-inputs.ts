import { blockAddress, resourceAddressOf, type ServiceRequest } from '../domain';
import { takeInStack, takeInSynthOutput, type ReadText } from './cdktf-out';
import { inputJson } from './input-text';
import { looksLikePlan } from './plan/plan-file';
import type { Intake } from './intake';
import type { IsElsewhere } from './plan/asked-registry';
import { readPlan } from './plan/read-plan';
import { findSourceBlock, type SourceBlocks } from './source/source-blocks';

/**
 * Every service that several inputs declare together: synth outputs, plans and states. A construct that a synth output and a plan both
 * show is one service, as the plan tells it, with the acknowledgements of the synth output. Where two inputs use one address
 * for different services, the later one is shown as `PATH:ADDRESS`. @throws IntakeError naming file and place
 */
export const readInputs = (read: ReadText, paths: readonly string[]): readonly ServiceRequest[] =>
  takeIn(read, paths).requests;

/**
 * The same, with an account of everything that the inputs hold. The source of the configuration tells of blocks that a plan keeps to
 * itself, and where each service is declared; what a plan makes in a registry that `isElsewhere` is not judged.
 * @throws IntakeError naming file and place
 */
export const takeIn = (
  read: ReadText,
  paths: readonly string[],
  source: SourceBlocks = new Map(),
  isElsewhere: IsElsewhere = () => false,
): Intake => {
  const all = paths.map((path) => ({ path, ...readInput(read, path, { source, isElsewhere }) }));
  return {
    requests: all.reduce<readonly ServiceRequest[]>(joined, []).map((request) => placed(request, source)),
    inputs: all.flatMap(({ inputs }) => inputs),
  };
};

const placed = (request: ServiceRequest, source: SourceBlocks): ServiceRequest => {
  const block = findSourceBlock(request, source);
  return block === undefined ? request : { ...request, declaredAt: { file: block.file, line: block.line } };
};

const readInput = (read: ReadText, path: string, options: Parameters<typeof readPlan>[2]): Intake => {
  const text = read(path);
  if (text === undefined) return takeInSynthOutput(read, path);
  const json = inputJson(text, path);
  return looksLikePlan(json) ? readPlan(json, path, options) : takeInStack(text, path);
};

const joined = (
  before: readonly ServiceRequest[],
  { path, requests: read }: { readonly path: string; readonly requests: readonly ServiceRequest[] },
): readonly ServiceRequest[] => {
  const found = findPairs(before, read);
  // A block of a synth output whose instances only the plan shows is told by them.
  const [loops, pairs] = [[...found].filter(([, others]) => others.length > 1), singles(found)];
  const own = new Map(pairs.flatMap((pair) => pair.map(({ address }) => [address, findPath(...pair)])));
  const requests = read.map((request) => readdressed(request, own));
  const kept = before.filter((request) => !loops.some(([one]) => one === request));
  const taken = new Set(kept.map(({ address }) => own.get(address) ?? address));
  const merged = new Map(pairs.map(([one, other]) => [findPath(one, other), readdressed(other, own)]));
  const renamed = new Map(
    requests
      .filter(({ address }) => taken.has(address) && !merged.has(address))
      .map(({ address }) => [address, `${path}:${address}`]),
  );
  return [
    ...kept
      .map((request) => readdressed(request, own))
      .map((request) => together(request, merged.get(request.address))),
    ...requests.filter(({ address }) => !merged.has(address)).map((request) => readdressed(request, renamed)),
  ];
};

type Pair = readonly [one: ServiceRequest, other: ServiceRequest];
type Found = ReadonlyMap<ServiceRequest, readonly ServiceRequest[]>;

const singles = (found: Found): readonly Pair[] =>
  [...found].flatMap(([one, [other, ...more]]): readonly Pair[] =>
    other === undefined || more.length > 0 ? [] : [[one, other]],
  );

/** What a synth output and a plan both show: one construct, or the instances of one resource, of one name. */
const findPairs = (before: readonly ServiceRequest[], read: readonly ServiceRequest[]): Found => {
  const places = new Map<string, ServiceRequest[]>();
  for (const request of before)
    for (const place of listPlaces(request)) places.set(place, [...(places.get(place) ?? []), request]);
  const found = new Map<ServiceRequest, ServiceRequest[]>();
  for (const other of read) {
    const one = listPlaces(other)
      .flatMap((place) => places.get(place) ?? [])
      .find((each) => (each.change === undefined) !== (other.change === undefined) && isNamesake(each, other));
    if (one !== undefined) found.set(one, [...(found.get(one) ?? []), other]);
  }
  return found;
};

/** Its address, that of its resource, and that of the block that an instance comes from. */
const listPlaces = (request: ServiceRequest): readonly string[] => {
  const own = resourceAddressOf(request);
  return [...new Set([request.address, own, blockAddress(own)])];
};

/** Where both are shown: at the construct, as the synth output names it. */
const findPath = (...pair: Pair): string => pair.find(({ change }) => change === undefined)?.address ?? pair[0].address;

const isNamesake = (left: ServiceRequest, right: ServiceRequest): boolean =>
  !left.serviceName.known || !right.serviceName.known || left.serviceName.value === right.serviceName.value;

/** A plan knows more values, a synth output more of what was written beside them. */
const together = (one: ServiceRequest, other: ServiceRequest | undefined): ServiceRequest => {
  if (other === undefined) return one;
  const [planned, synthesized] = one.change === undefined ? [other, one] : [one, other];
  const volatile = [...new Set([...(planned.volatile ?? []), ...(synthesized.volatile ?? [])])];
  return {
    ...planned,
    stack: synthesized.stack,
    ...(synthesized.resource === undefined ? {} : { resource: synthesized.resource }),
    after: [...new Set([...planned.after, ...synthesized.after])].sort(),
    // A resource of Forkcast's provider repeats what its construct accepts.
    acknowledgements:
      synthesized.acknowledgements.length === 0 ? planned.acknowledgements : synthesized.acknowledgements,
    ...(volatile.length === 0 ? {} : { volatile }),
  };
};

const readdressed = (request: ServiceRequest, renamed: ReadonlyMap<string, string>): ServiceRequest => {
  if (renamed.size === 0) return request;
  const address = (old: string): string => renamed.get(old) ?? old;
  const { source } = request;
  return {
    ...request,
    address: address(request.address),
    after: request.after.map(address),
    source: source.kind === 'declared' ? { kind: 'declared', address: address(source.address) } : source,
  };
};
