import type { ServiceRequest } from '../domain';
import { takeInStack, takeInSynthOutput, type ReadText } from './cdktf-out';
import { inputJson } from './input-text';
import { looksLikePlan } from './plan/plan-file';
import type { Intake } from './intake';
import { readPlan } from './plan/read-plan';

/**
 * Every service that several inputs declare together: synth outputs, plans and states. A construct that a synth output and a plan both
 * show is one service, as the plan tells it, with the acknowledgements of the synth output. Where two inputs use one address
 * for different services, the later one is shown as `PATH:ADDRESS`. @throws IntakeError naming file and place
 */
export const readInputs = (read: ReadText, paths: readonly string[]): readonly ServiceRequest[] =>
  takeIn(read, paths).requests;

/** The same, with an account of everything that the inputs hold. @throws IntakeError naming file and place */
export const takeIn = (read: ReadText, paths: readonly string[]): Intake => {
  const all = paths.map((path) => ({ path, ...readInput(read, path) }));
  return {
    requests: all.reduce<readonly ServiceRequest[]>(joined, []),
    inputs: all.flatMap(({ inputs }) => inputs),
  };
};

const readInput = (read: ReadText, path: string): Intake => {
  const text = read(path);
  if (text === undefined) return takeInSynthOutput(read, path);
  const json = inputJson(text, path);
  return looksLikePlan(json) ? readPlan(json, path) : takeInStack(text, path);
};

const joined = (
  before: readonly ServiceRequest[],
  { path, requests }: { readonly path: string; readonly requests: readonly ServiceRequest[] },
): readonly ServiceRequest[] => {
  const taken = new Map(before.map((request) => [request.address, request]));
  const isSame = (request: ServiceRequest): boolean => {
    const other = taken.get(request.address);
    return (
      other !== undefined &&
      (other.change === undefined) !== (request.change === undefined) &&
      isNamesake(other, request)
    );
  };
  const merged = new Map(requests.filter(isSame).map((request) => [request.address, request]));
  const renamed = new Map(
    requests
      .filter((request) => taken.has(request.address) && !merged.has(request.address))
      .map(({ address }) => [address, `${path}:${address}`]),
  );
  return [
    ...before.map((request) => together(request, merged.get(request.address))),
    ...requests.filter(({ address }) => !merged.has(address)).map((request) => readdressed(request, renamed)),
  ];
};

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
