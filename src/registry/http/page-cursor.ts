import { isJsonList, parseJson, sha256Hex } from '../../domain';
import type { PagePosition } from '../page-query';

/** What a cursor says: where the page before ended, and at which version of the registry the first page was read. */
interface PageCursor {
  readonly firstVersion: number;
  readonly position: PagePosition;
}

const format = 1;

/** A cursor as text; it goes on with the same question alone. */
export const writeCursor = (question: string, { firstVersion, position }: PageCursor): string => {
  const { project, service, createdAt } = position;
  const parts = [format, firstVersion, nameQuestion(question), project, service, createdAt];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
};

/** The cursor of a text; undefined: it is none, or one of another question. Never throws. */
export const readCursor = (question: string, text: string): PageCursor | undefined => {
  const parts = parseJson(Buffer.from(text, 'base64url').toString());
  if (!isJsonList(parts)) return undefined;
  const [version, firstVersion, name, project, service, createdAt] = parts;
  if (version !== format || name !== nameQuestion(question) || typeof firstVersion !== 'number') return undefined;
  if (typeof project !== 'string' || typeof service !== 'string' || typeof createdAt !== 'number') return undefined;
  return { firstVersion, position: { project, service, createdAt } };
};

const nameQuestion = (question: string): string => sha256Hex(question).slice(0, 16);
