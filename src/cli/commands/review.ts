import type { ReviewCard } from '../../domain';
import type { JudgingCommand, JudgingContext } from '../command';
import { UsageError } from '../errors';
import type { JudgedInput } from '../judge-paths';
import { judgingExitCodes } from '../judging-exit-codes';
import { judgingInputs } from '../judging-inputs';
import { asJson } from '../json';
import { parseReviewCard } from '../../domain';
import { readText, writeText } from '../files';

const formats = ['markdown', 'html', 'sarif', 'junit', 'github'] as const;

/** `forkcast review`. */
export const review: JudgingCommand = {
  name: 'review',
  summary: 'write the card that a reviewer reads: what is forked from where, what is lost, until when it holds',
  about:
    'PATH is a folder that cdktf synth wrote, one cdk.tf.json of it, or the JSON of a Terraform plan or state; ' +
    'several are judged together. The same input gives the same bytes. A card that is longer than --max-length ' +
    'is folded, then goes on in further parts: files of their own with --out, else parted by the line ' +
    '<!-- forkcast:next-part -->. A review that was stored as JSON is shown again with --from.',
  examples: {
    'forkcast review cdktf.out --format markdown --max-length 65536': 'for a comment on a pull request',
    'forkcast review plan.json --format html --out review.html': 'a page to look at or to keep',
    'forkcast review plan.json --format json --out review.json': 'to be kept and shown later',
    'forkcast review --from review.json --format sarif': 'the same review in another format',
  },
  exitCodes: judgingExitCodes,
  place: 'registry',
  formats,
  declare: (inputs) => {
    const paths = inputs.optionalArgumentList('path', 'synth outputs, plans and states');
    const from = inputs.text('--from <file>', 'show a review that was stored as JSON');
    const out = inputs.text('--out <file>', 'write it there, and only say so');
    const maxLength = inputs.count('--max-length <bytes>', 'longest Markdown comment, from 8192');
    const strict = inputs.flag('--strict', 'what could not be judged fails too');
    const judging = judgingInputs(inputs);
    return async (context) => {
      const [stored, asked] = [from(), { paths: paths(), ...judging() }];
      if ((stored === undefined) === (asked.paths.length === 0))
        throw new UsageError(
          'A review is made of one PATH or more, or shown again --from a file: give one of the two.',
        );
      if (stored !== undefined && (asked.rules.length > 0 || asked.policy !== undefined))
        throw new UsageError(
          'A stored review was judged when it was made: --rules and --policy judge PATHs, not --from a file.',
        );
      const card =
        stored === undefined
          ? await makeCard(context, asked)
          : parseReviewCard(readText(context.terminal.cwd, stored), stored);
      const parts = await renderParts(context, card, { maxLength: maxLength(), strict: strict() });
      const { partSeparator, verdictStops } = await import('../../review/index.js');
      const target = out();
      const exitCode = verdictStops(card.verdict.kind, strict()) ? 1 : 0;
      if (target === undefined) return { exitCode, text: parts.join(partSeparator), json: asJson(card) };
      const written = writeParts(context, target, parts);
      const text = [card.verdict.sentence, ...written.map((path) => `written: ${path}`)].join('\n');
      return { exitCode, text, json: { verdict: { ...card.verdict }, written } };
    };
  },
};

const makeCard = async (context: JudgingContext, asked: JudgedInput): Promise<ReviewCard> => {
  const { judge } = await import('../judge-paths.js');
  const { assembleCard } = await import('../../review/index.js');
  return assembleCard(await judge(context, asked));
};

/** The card in the format that was asked for; only Markdown has more than one part. */
const renderParts = async (
  context: JudgingContext,
  card: ReviewCard,
  { maxLength, strict }: { readonly maxLength: number | undefined; readonly strict: boolean },
): Promise<readonly string[]> => {
  const { cardRenderers, markdownParts, shortestMarkdown } = await import('../../review/index.js');
  const format = ['json', ...formats].find((name) => name === context.format()) ?? 'text';
  if (maxLength !== undefined && format !== 'markdown')
    throw new UsageError('--max-length cuts Markdown: use it with --format markdown.');
  if (maxLength !== undefined && maxLength < shortestMarkdown)
    throw new UsageError(`--max-length is ${maxLength}; a card needs ${shortestMarkdown} bytes or more.`);
  if (format === 'markdown') return markdownParts(card, maxLength);
  const render = Object.entries(cardRenderers).find(([name]) => name === format)?.[1] ?? cardRenderers.text;
  return [render(card, { columns: context.terminal.columns, colours: context.paint, strict })];
};

/** `review.md`, then `review-2.md`, `review-3.md` and so on; their absolute paths. */
const writeParts = ({ terminal }: JudgingContext, target: string, parts: readonly string[]): readonly string[] =>
  parts.map((text, index) =>
    writeText(terminal.cwd, index === 0 ? target : target.replace(/(\.[^./\\]*)?$/, `-${index + 1}$1`), text),
  );
