import * as z from 'zod/mini';
import { cardInstant } from './card-instant';
import { entry, list } from './entry';

/** Where the forks of the review come from, with the ancestors that the facts know. */
export const lineageShape = () =>
  entry({
    nodes: list(
      entry({
        /** `project/service`, or the address of a declaration whose name is not known. */
        name: z.string(),
        state: z.enum(['live', 'new', 'replaced', 'destroyed', 'gone', 'unknown']),
        cloud: z.nullable(z.string()),
      }),
    ),
    /** From the source to the fork, by the names of the nodes, with the recovery point; null: not known. */
    edges: list(entry({ source: z.string(), fork: z.string(), at: z.nullable(cardInstant) })),
  });

/** Where the forks of the review come from. */
export type CardLineage = z.infer<ReturnType<typeof lineageShape>>;
/** A service, or a fork, in that picture. */
export type LineageNode = CardLineage['nodes'][number];
export type LineageEdge = CardLineage['edges'][number];
