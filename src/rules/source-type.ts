import { serviceKey, type Fact } from '../domain';
import type { SourceFinding } from './subject';

/** The type of a source; it never changes, so the declared one serves whether that exists yet or not. Never throws. */
export const sourceType = (
  source: SourceFinding,
): { readonly name: string; readonly type: Fact<string> } | undefined => {
  switch (source.kind) {
    case 'live':
      return { name: serviceKey(source.service), type: { known: true, value: source.service.type } };
    case 'declared':
      return { name: source.request.address, type: source.request.serviceType };
    case 'unknown':
      return source.request && { name: source.request.address, type: source.request.serviceType };
    default:
      return undefined;
  }
};
