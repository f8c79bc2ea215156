import type { ServiceId } from '../../domain';
import type { Registry, ServiceDetail } from '../registry';
import { onPosted, onService, refused, type Reply } from './answer';

/** Answers about a live service of one type; 404 where there is none, and by name where it is of another type. */
export const onType = <Body>(
  registry: Registry,
  id: ServiceId,
  { type, posted = false }: { readonly type: string; readonly posted?: boolean },
  answer: (detail: ServiceDetail) => Reply<Body>,
): Reply<Body> =>
  (posted ? onPosted : onService)<Body>(registry, id, (detail) =>
    detail.facts.type === type
      ? answer(detail)
      : refused(
          'type_unsuitable',
          `Service ${id.service} is of type ${detail.facts.type}, and only those of type ${type} have this.`,
        ),
  );
