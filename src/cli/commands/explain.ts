import type { JudgingCommand } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { asJson } from '../json';
import { policyInput } from '../judging-inputs';
import { readingInputs } from '../reading-inputs';
import { wrap } from '../show/prose';
import { nearestName } from '../../domain';

/** `forkcast explain`: the page of a rule, a refusal code or an error code; without one, the list of them. */
export const explain: JudgingCommand = {
  name: 'explain',
  summary: 'explain a rule, a refusal of the registry or an error code',
  about:
    'Without an id it lists them all. With --for a rule also says what it makes of what a synth output or plan declares, or of a fork of ' +
    'a live service as that is, by the facts of the registry, snapshot or account that is named.',
  examples: {
    'forkcast explain recovery/target-time-before-window': 'what a rule means, and what it needs',
    'forkcast explain fork_no_backups': 'what a refusal of the registry means',
    'forkcast explain source/no-backup --for orders': 'what it says of a fork of that service now',
    'forkcast explain sizing/plan-unknown --for plan.json': 'what it says of each service of a plan',
    'forkcast explain': 'all of them',
  },
  exitCodes: { 2: 'nothing has this id, or the command line is not understood' },
  place: 'project',
  declare: (inputs) => {
    const id = inputs.optionalArgument('id', 'a rule such as source/not-found, or a code');
    const rules = inputs.textList('--rules <file>', 'rules of your own, which it explains too; repeat it');
    const target = inputs.text('--for <what>', 'judge it by the rule: a PATH, a live service, or PROJECT/SERVICE');
    const policy = policyInput(inputs);
    const reading = readingInputs(inputs);
    return async (context) => {
      const { terminal, paint } = context;
      const { allPages, findPage } = await import('../explain/pages.js');
      const { loadRules } = await import('../load-rules.js');
      const own = (await loadRules(terminal.cwd, rules()))?.rules ?? [];
      const wanted = id();
      if (wanted === undefined && target() !== undefined)
        throw new UsageError('--for judges by one rule: name it, as in explain source/not-found --for orders.');
      if (wanted === undefined) {
        const pages = allPages(own);
        const width = Math.max(...pages.map((page) => page.id.length));
        const list = (kind: string, heading: string): string =>
          [
            paint.strong(heading),
            ...pages.filter((page) => page.kind === kind).map((page) => `  ${page.id.padEnd(width)}  ${page.title}`),
          ].join('\n');
        return done(
          [
            list('rule', 'Rules, judged before apply'),
            list('refusal', 'Refusals of the registry'),
            list('error', 'Errors of Forkcast'),
          ].join('\n\n'),
          { pages: pages.map(({ id: page, kind, title }) => ({ id: page, kind, title })) },
        );
      }
      const page = findPage(wanted, own);
      if (page !== undefined) {
        const { judgeFor, judgementLines } = await import('../explain/judged.js');
        const { allRules } = await import('../../rules/index.js');
        const [what, rule] = [target(), [...allRules, ...own].find((one) => one.id === page.id)];
        if (what !== undefined && rule === undefined)
          throw new UsageError(
            `--for judges by a rule, and ${page.id} is a code: name a rule, such as source/not-found.`,
          );
        const judgement =
          what === undefined || rule === undefined
            ? undefined
            : await judgeFor(context, rule, { what, policy: policy(), reading: reading() });
        const body = [...page.body, ...(judgement === undefined ? [] : ['', ...judgementLines(judgement)])];
        return done([paint.strong(page.id), ...body.flatMap((line) => wrap(line, terminal.columns))].join('\n'), {
          id: page.id,
          kind: page.kind,
          title: page.title,
          body: [...page.body],
          ...(judgement === undefined ? {} : { for: asJson(judgement) }),
        });
      }
      const ids = allPages(own).map((candidate) => candidate.id);
      const nearest = nearestName(wanted, ids) ?? findPart(wanted, ids);
      const meant = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
      throw new UsageError(`Nothing is called ${wanted}.${meant} The list: forkcast explain`);
    };
  },
};

/** The only id that holds what was typed, as when the group of a rule is left out, or else the one with most of its words. */
const findPart = (wanted: string, ids: readonly string[]): string | undefined => {
  const holding = ids.filter((id) => id.includes(wanted.toLowerCase()));
  if (holding.length === 1) return holding[0];
  const words = splitWords(wanted);
  const [best] = ids
    .map((id) => ({ id, shared: splitWords(id).filter((word) => words.includes(word)).length }))
    .sort((left, right) => right.shared - left.shared);
  return best !== undefined && best.shared >= 2 ? best.id : undefined;
};

const splitWords = (id: string): readonly string[] => id.toLowerCase().split(/[/_-]/);
