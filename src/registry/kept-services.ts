import { once, type EpochMs } from '../domain';
import type { PagedService } from './registry';

/** Most services that are kept; with one more all are forgotten. */
const mostKept = 5_000;

interface Kept {
  /** Its view, from which all that is shown follows, but for the registry's own state and the time. */
  readonly stored: string;
  readonly from: EpochMs;
  readonly until: () => EpochMs;
  readonly paged: PagedService;
}

/** Services as pages have shown them, each as long as it would be shown alike: who looks at a page again waits for its reading alone. */
export interface KeptServices {
  /** Forgets all when the state of the registry itself is another than before. */
  under(registry: string | undefined): void;
  find(id: string, stored: string, now: EpochMs): PagedService | undefined;
  /** `until` (exclusive) is asked for when it is looked for again. */
  keep(id: string, kept: Kept): void;
}

/** Nothing is kept yet. */
export const keptServices = (): KeptServices => {
  const services = new Map<string, Kept>();
  let under: string | undefined;
  return {
    under: (registry) => {
      if (registry !== under) services.clear();
      under = registry;
    },
    find: (id, stored, now) => {
      const kept = services.get(id);
      if (kept?.stored !== stored || now < kept.from || now >= kept.until()) return undefined;
      return kept.paged;
    },
    keep: (id, kept) => {
      if (services.size >= mostKept) services.clear();
      services.set(id, { ...kept, until: once(kept.until) });
    },
  };
};
