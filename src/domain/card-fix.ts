import * as z from 'zod/mini';
import { entry, list } from './entry';

const text = z.string();

/** An edit of a declaration after which a finding is gone. */
export const fixShape = () =>
  z.union([
    /** A text of a setting is another one: the API name of the setting, such as `user_config.service_to_fork_from`. */
    entry({ kind: z.literal('value'), attribute: text, from: text, to: text }),
    /** A block `moved` stands beside: what was at the one address is at the other. */
    entry({ kind: z.literal('moved'), from: text, to: text }),
    /** A block `import` stands beside: the address takes over what is there under the id. */
    entry({ kind: z.literal('import'), to: text, id: text }),
    /** The declaration has these tags beside its own. */
    entry({ kind: z.literal('tags'), tags: z.readonly(z.record(text, text)) }),
    /** Integrations with other services of its project stand beside; `end` is the one at which the declared service stands. */
    entry({
      kind: z.literal('integrations'),
      integrations: list(entry({ type: text, end: z.enum(['source', 'destination']), other: text })),
    }),
  ]);
export type CardFix = z.infer<ReturnType<typeof fixShape>>;
