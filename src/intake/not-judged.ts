import { byCodeUnit, defaultCatalogue, nearestServiceType, type JsonValue, type NotJudged } from '../domain';
import type { IntakeError } from './errors';

/** A resource that no rule can look at, and why. */
export interface UnjudgedResource {
  readonly type: string;
  readonly address: string;
  readonly reason: string;
}

/** A resource with a name and a plan, as every service has, of a type that nothing here reads; [] for any other. Never throws. */
export const unknownService = (type: string, address: string, attributes: object): readonly UnjudgedResource[] =>
  /^(aiven|forkcast)_/.test(type) && Object.hasOwn(attributes, 'plan') && Object.hasOwn(attributes, 'service_name')
    ? [{ type, address, reason: 'no such service type is known' }]
    : [];

/** One that is destroyed and holds data, of which no rule knows anything. Never throws. */
export const destroyedWithData = (type: string, address: string): UnjudgedResource => ({
  type,
  address,
  reason: 'it is destroyed with the data that it holds',
});

/** One of the vendor's generic type that tells in a field what it is. Never throws. */
export const unreadService = (type: string, address: string, serviceType: JsonValue | undefined): UnjudgedResource => {
  const isText = typeof serviceType === 'string' && !serviceType.includes('${');
  if (!isText) return { type, address, reason: 'its service_type is not known yet' };
  const nearest = nearestServiceType(serviceType, defaultCatalogue);
  const hint = nearest === undefined ? '' : ` (${nearest} may be meant)`;
  return { type, address, reason: `no service type "${serviceType}" is known${hint}` };
};

/** One with a field that is not of its kind, as no provider of the vendor has it; `at` is where its fields stand. Never throws. */
export const unfitService = (
  type: string,
  address: string,
  { fault, at }: { readonly fault: IntakeError; readonly at: string },
): UnjudgedResource => ({ type, address, reason: `of its ${fault.place.slice(at.length + 1)}, ${fault.why}` });

/** The same resources, those of one type and one reason together; in the order of their types. Never throws. */
export const groupNotJudged = (resources: readonly UnjudgedResource[]): readonly NotJudged[] => {
  const groups = new Map<string, { type: string; reason: string; addresses: string[] }>();
  for (const { type, reason, address } of resources) {
    const key = JSON.stringify([type, reason]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { type, reason, addresses: [address] });
    else group.addresses.push(address);
  }
  return [...groups].sort(([left], [right]) => byCodeUnit(left, right)).map(([, group]) => group);
};
