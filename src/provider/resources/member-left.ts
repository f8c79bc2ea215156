import { serviceKey } from '../../domain';
import type { Forkcast } from '../client';
import { type Call, type Diagnostic, errorAt, warningAt } from '../protocol';
import type { MemberKind } from './member-names';
import { isAnothersImport, type Place } from './member-place';
import { forgottenBlock } from './service-recipes';

/** What was imported here belongs to whoever holds its service: where that is another, it is neither ended nor changed from here. */
export const notOurs = ({ noun, typeName }: MemberKind, id: string, call: Call<Forkcast>): readonly Diagnostic[] =>
  isAnothersImport(call)
    ? [
        errorAt({
          summary: `The ${noun} is that of another's service`,
          detail:
            `${id} was imported here, and another configuration holds its service: what is in it is not ended or changed from here, ` +
            'where nobody could see it there.\n- To have no block for it any more, and leave it as it is:' +
            `${forgottenBlock(typeName)}\n- Otherwise end or change it where its service is declared, or by forkcast service.`,
        }),
      ]
    : [];

/** An end of what is in a service that is no longer this state's. `stranger`: why, as a sentence after its name. */
export const forgotten = (kind: MemberKind, place: Place, stranger: string): Diagnostic =>
  warningAt({
    summary: leftText(kind, place),
    detail: `${serviceKey(place.service)} ${stranger}. This state forgets what it had in it, and ends nothing.`,
  });

/** A change of it. */
export const unchanged = (kind: MemberKind, place: Place, stranger: string): Diagnostic =>
  errorAt({
    summary: leftText(kind, place),
    detail:
      `${serviceKey(place.service)} ${stranger}. Nothing was changed.\n- To have it in this state no longer, and leave it as it is:` +
      `${forgottenBlock(kind.typeName)}\n- To manage what is there now from here, remove it from the state and import it by its id.`,
  });

const leftText = ({ noun }: MemberKind, { service, name }: Place): string =>
  `The ${noun} ${name} of ${serviceKey(service)} is left as it is: it is another's`;
