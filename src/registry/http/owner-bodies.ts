import type { ExpectationQuery, OwnerBody, OwnerSetBody } from '../../api';
import { given, type Expectation, type Owner, type ServiceId } from '../../domain';
import type { TokenRecord } from '../tokens';

/** An owner of a body, in the words of the domain. */
export const ownerIn = ({
  id,
  stack,
  path,
  workspace,
  host,
}: Pick<OwnerBody, 'id' | 'stack' | 'path'> & {
  readonly workspace?: string | null | undefined;
  readonly host?: string | null | undefined;
}): Owner => ({ id, label: { stack, path, ...given({ workspace, host }) } });

/** What a body expects of a service. */
export const expectationIn = (expect: OwnerSetBody['expect']): Expectation =>
  given({
    owner: expect.owner,
    incarnation: expect.incarnation,
    createdAt: instantIn(expect.created_at),
    stale: expect.stale,
  });

/** What a query expects of a service; undefined: nothing. */
export const readExpectation = (query: ExpectationQuery): Expectation | undefined => {
  const expect: Expectation = given({
    owner: query.expect_owner,
    incarnation: query.expect_incarnation === undefined ? undefined : Number(query.expect_incarnation),
    createdAt: instantIn(query.expect_created_at),
  });
  return Object.keys(expect).length === 0 ? undefined : expect;
};

/** What a path names, with what the query states of it. */
export const meant = <At extends ServiceId>(
  at: At,
  query: ExpectationQuery,
): At & { readonly expect?: Expectation } => ({
  ...at,
  ...given({ expect: readExpectation(query) }),
});

const instantIn = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));

/** Who asks, for people: what the client says of itself, and whose token it holds. */
export const nameAsker = (by: string | null | undefined, holder: TokenRecord | undefined): string | null => {
  const parts = [by ?? '', holder === undefined ? '' : `token ${holder.description || holder.id}`];
  const text = parts.filter((part) => part !== '').join(', ');
  return text === '' ? null : text;
};
