import { isJsonObject, minuteMs, parseInstant, parseRecoveryTime, type EpochMs, type JsonValue } from '../../domain';
import { referencesIn, type ConfigGraph } from './config-graph';

/** What is known of an attribute whose expression may call a clock. */
interface ClockQuestion {
  readonly graph: ConfigGraph;
  readonly modules: readonly string[];
  /** Undefined: the configuration shows none, as for what a `dynamic` block makes. */
  readonly expression: JsonValue | undefined;
  /** The value, where it is known. */
  readonly value: JsonValue | undefined;
  readonly isLater: boolean;
  /** When the plan was made. */
  readonly plannedAt: string | undefined;
}

/**
 * Whether an attribute is computed from the clock of the run. A plan tells what an expression refers to, not which functions it calls:
 * a value that is known only after apply and refers to nothing comes from `timestamp()`; one that is known and a whole number of
 * minutes from the plan's own time comes from `plantimestamp()`, unless it is written as a constant or taken from a resource.
 * Never throws.
 */
export const isVolatile = ({ graph, modules, expression, value, isLater, plannedAt }: ClockQuestion): boolean => {
  if (isJsonObject(expression) && Object.hasOwn(expression, 'constant_value')) return false;
  const { nodes, opaque } = graph.resolve(modules, referencesIn(expression));
  if (isLater) return expression !== undefined && nodes.length === 0 && !opaque;
  const at = typeof value === 'string' ? parseRecoveryTime(value)?.at : undefined;
  const clock = parseInstant(plannedAt);
  if (at === undefined || clock === undefined) return false;
  return at === clock || (nodes.length === 0 && (at - clock) % computeTick(clock) === 0);
};

/** A written time is often a full minute, and the plan may be made at one. */
const computeTick = (clock: EpochMs): number => (clock % minuteMs === 0 ? 60 * minuteMs : minuteMs);
