import { type Diagnostic, providerBug } from '../diagnostic';
import type { Schema } from '../schema/schema';
import { bytesField, message, textField } from '../wire/protobuf';
import { diagnosticsField, findAction, makeCall, needObject, type Rpc, type StreamRpc } from './context';
import { refuseWith } from './refuse';

/** Nothing is changed by it; parts of the configuration may be unknown. */
export const planAction: Rpc = {
  answer: async (request, context) => {
    const { schema, plan } = findAction(context, request.text(1));
    return message(diagnosticsField(1, schema, await plan(needObject(schema, request.message(2)), makeCall(context))));
  },
  refuse: refuseWith(1),
};

/** Any number of lines of progress, then its end, once: Terraform reads nothing after that. */
export const invokeAction: StreamRpc = {
  open: (request, context) => {
    const { schema, invoke } = findAction(context, request.text(1));
    const config = needObject(schema, request.message(2));
    const call = { ...makeCall(context), applies: true as const };
    return eventsOf(schema, (tell) => invoke(config, call, tell));
  },
  refuse: (why) => completed({ attributes: {} }, [providerBug(why)]),
};

const completed = (schema: Schema, diagnostics: readonly Diagnostic[]): Uint8Array =>
  message(bytesField(2, message(diagnosticsField(1, schema, diagnostics))));

const progress = (line: string): Uint8Array => message(bytesField(1, message(textField(1, line))));

/** The lines as they are told, while it runs. */
async function* eventsOf(
  schema: Schema,
  run: (tell: (line: string) => void) => Promise<readonly Diagnostic[]>,
): AsyncGenerator<Uint8Array> {
  const lines: string[] = [];
  let wake = (): void => undefined;
  let isOver = false;
  const running = run((line) => {
    lines.push(line);
    wake();
  }).finally(() => {
    isOver = true;
    wake();
  });
  // It is waited for below; until then nobody looks at how it ended.
  running.catch(() => undefined);
  for (;;) {
    for (let line = lines.shift(); line !== undefined; line = lines.shift()) yield progress(line);
    if (isOver) break;
    await new Promise<void>((resolve) => (wake = resolve));
  }
  yield completed(schema, await running);
}
