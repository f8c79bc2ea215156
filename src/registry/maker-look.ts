import type { MakerLook } from './commands';
import { refuse } from './decide/decision';
import { checkExpectation } from './decide/expectation';
import { findLive } from './decide/find-service';
import { instanceKey } from './events';
import { executeIn, settledContext, type ExecuteOptions } from './execute';
import type { Outcome } from './registry';
import { standingAt } from './schedule/lifecycle';
import type { StoreWriter } from './store/event-store';

/**
 * Notes a sign of life, beside the log, and makes the maker the holder where it asks for that: one compare-and-set. A maker that
 * came too late, because another one took over, is refused; who holds it already looks only.
 */
export const lookAsMaker = (writer: StoreWriter, options: ExecuteOptions, look: MakerLook): Outcome => {
  const context = settledContext(writer, options);
  const found = findLive(context, look);
  if (found.kind === 'refused') return found;
  const { state } = found;
  const late = checkExpectation(context, state, { owner: look.owner });
  if (late !== undefined) return late;
  const record = state.ownership?.owner;
  if (!record) return refuse('service_not_as_expected', `Service ${state.service} is held by nobody.`);
  if (record.state === 'held') return { kind: 'accepted', at: context.now };
  writer.putSign(instanceKey(state), context.wallNow);
  const isRunning = standingAt(context.registry, state, context.now).state === 'RUNNING';
  if (look.hold !== 'now' && !(look.hold === 'when-running' && isRunning)) return { kind: 'accepted', at: context.now };
  const { project, service, by } = look;
  const { id, label } = record;
  return executeIn(writer, options, {
    type: 'ChangeOwner',
    project,
    service,
    expect: { owner: id },
    owner: { id, label },
    by,
  });
};
