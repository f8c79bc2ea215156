import { isJsonObject, minuteMs, parseRecoveryTime, type JsonValue } from '../../domain';
import { referencesIn, type ConfigGraph } from './config-graph';

/** What is known of an attribute whose expression may call a clock. */
export interface ClockQuestion {
  readonly graph: ConfigGraph;
  readonly modules: readonly string[];
  /** Undefined: not written. */
  readonly expression: JsonValue | undefined;
  /** The value, where it is known. */
  readonly value: JsonValue | undefined;
  readonly isLater: boolean;
  /** When the plan was made. */
  readonly plannedAt: string | undefined;
}

/**
 * Whether an attribute is computed from the clock of the run. A plan tells what an expression refers to, not which functions it calls:
 * a value that is known only after apply and refers to nothing comes from `timestamp()`; one that is the plan's own time, or a whole
 * number of minutes from it with nothing referred to, comes from `plantimestamp()`. Never throws.
 */
export const isVolatile = ({ graph, modules, expression, value, isLater, plannedAt }: ClockQuestion): boolean => {
  if (!isJsonObject(expression) || Object.hasOwn(expression, 'constant_value')) return false;
  const { nodes, opaque } = graph.resolve(modules, referencesIn(expression));
  const refersToNothing = nodes.length === 0 && !opaque;
  if (isLater) return refersToNothing;
  const at = typeof value === 'string' ? parseRecoveryTime(value)?.at : undefined;
  const clock = plannedAt === undefined ? undefined : parseRecoveryTime(plannedAt)?.at;
  if (at === undefined || clock === undefined) return false;
  return at === clock || (refersToNothing && (at - clock) % minuteMs === 0);
};
