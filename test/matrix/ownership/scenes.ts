import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCreate, aRow, aWorld } from '../../registry/world';
import { type Declared, fork, type Ground } from '../../acceptance/ground';
import { adoptLineIn, told } from '../../acceptance/told';

/** What is played on a ground where the construct `fork` of stack `reh` has made its service, with a row in it. */
export type Play = (ground: Ground) => Promise<readonly string[]>;

const identity = 'terraform_data.fork_identity_96971611';
const made = 'terraform_data.fork_made_CA17702A';
const runOf = ({ backend }: Ground): string => `${backend}.fork_run_095150A3`;

/** The construct that has made the service, with other properties. */
export const theFork = (props: Declared['props'] = {}): Declared => ({ id: 'fork', props });
const called = (id: string, props: Declared['props'] = {}): Declared => ({ id, props });

const plan = async (ground: Ground, ...more: readonly string[]) => told(await ground.terraform(['plan', ...more]));
const apply = async (ground: Ground, ...more: readonly string[]) =>
  told(await ground.terraform(['apply', '-auto-approve', ...more]));
const destroy = async (ground: Ground, stack = 'reh', ...more: readonly string[]) =>
  told(await ground.terraform(['destroy', '-auto-approve', ...more], stack));
const applyIn = async (ground: Ground, stack: string) =>
  told(await ground.terraform(['apply', '-auto-approve'], stack));

/** Synthesized without facts, so that Terraform is what refuses; then what is asked of it. */
const declared = async (ground: Ground, ...services: readonly Declared[]): Promise<Ground> => {
  const { code, text } = await ground.synth({ reh: services });
  if (code !== 0) throw new RangeError(text);
  return ground;
};

/** What the synthesis says that has the facts. */
const synth = async (ground: Ground, ...services: readonly Declared[]): Promise<string> =>
  told(await ground.synth({ reh: services }, false));

/** A refused apply, the line that it prints, and the apply after it. */
const adopted = async (ground: Ground, stack = 'reh'): Promise<readonly string[]> => {
  const refused = await ground.terraform(['apply', '-auto-approve'], stack);
  await ground.forkcast(...adoptLineIn(refused));
  return [told(refused), await applyIn(ground, stack)];
};

const theirs = { id: 'owner-of-others', label: { stack: 'acme', path: 'acme/copy' } };
const change = (ground: Ground, owner: typeof theirs | null): void =>
  ground.world.run({ type: 'ChangeOwner', ...fork, expect: {}, owner, by: null });
const end = (ground: Ground): void => ground.world.run({ type: 'TerminateService', ...fork });
const another = aCreate({ service: fork.service });

/** What no configuration mentions. */
const handMade = (ground: Ground): void =>
  ground.world.run(
    { type: 'ReplaceTags', ...fork, tags: { team: 'orders' } },
    { type: 'UpdateService', ...fork, terminationProtection: true },
  );
const handMadeIn = (ground: Ground): string => {
  const { tags, terminationProtection } = ground.world.registry.findService(fork)?.facts ?? {};
  return `then ${JSON.stringify(tags)}${terminationProtection === true ? ' and protected' : ''}`;
};

const provider = async (ground: Ground, ...services: readonly Declared[]): Promise<Ground> => {
  ground.backend = 'provider';
  return declared(ground, ...services);
};

export const scenes: readonly (readonly [situation: string, play: Play])[] = [
  [
    'tags and protection set by hand, and another plan: apply',
    async (ground) => {
      handMade(ground);
      return [await apply(await declared(ground, theFork({ plan: 'business-8' }))), handMadeIn(ground)];
    },
  ],
  [
    'a setting that is read only while it is made: apply',
    async (ground) => [await apply(await declared(ground, theFork({ userConfig: { serviceToForkFrom: 'orders' } })))],
  ],
  ['another type: apply', async (ground) => [await apply(await declared(ground, theFork({ serviceType: 'mysql' })))]],
  [
    'another name: synth; plan, plan with `-refresh-only`',
    async (ground) => {
      const renamed = theFork({ serviceName: 'pg-other' });
      const said = await synth(ground, renamed);
      await declared(ground, renamed);
      return [said, await plan(ground), await plan(ground, '-refresh-only')];
    },
  ],
  ['another project: plan', async (ground) => [await plan(await declared(ground, theFork({ project: 'other' })))]],
  [
    "another name, with `onForkChange: 'replace'`: apply",
    async (ground) => [
      await apply(await declared(ground, theFork({ serviceName: 'pg-other', onForkChange: 'replace' }))),
    ],
  ],
  [
    'another name and another id, with `movedFrom`: synth; plan',
    async (ground) => {
      const renamed = called('copy', { serviceName: 'pg-other', movedFrom: 'fork' });
      const said = await synth(ground, renamed);
      return [said, await plan(await declared(ground, renamed))];
    },
  ],
  [
    'two constructs swap their ids: synth; plan',
    async (ground) => {
      await apply(await declared(ground, theFork(), called('two', { serviceName: 'pg-two' })));
      const swapped = [theFork({ serviceName: 'pg-two' }), called('two')];
      const said = await synth(ground, ...swapped);
      return [said, await plan(await declared(ground, ...swapped))];
    },
  ],
  [
    'two constructs swap their services, by way of a third id: apply, apply, apply; without `movedFrom`: apply',
    async (ground) => {
      const two = { serviceName: 'pg-two' };
      await apply(await declared(ground, theFork(), called('two', two)));
      const steps = [
        [called('free', { movedFrom: 'reh/fork' }), called('two', two)],
        [called('free'), called('fork', { ...two, movedFrom: 'reh/two' })],
        [called('two', { movedFrom: 'reh/free' }), called('fork', two)],
        [called('two'), called('fork', two)],
      ];
      const said: string[] = [];
      for (const step of steps) {
        const judged = await synth(ground, ...step);
        said.push(judged === 'done' ? await apply(await declared(ground, ...step)) : judged);
      }
      return said;
    },
  ],
  [
    'a second checkout: apply, then the line that it prints, apply',
    async (ground) => {
      renameSync(ground.statePath(), `${ground.statePath()}.first`);
      return adopted(ground);
    },
  ],
  [
    'a second workspace: apply, destroy',
    async (ground) => {
      await ground.terraform(['workspace', 'new', 'second']);
      return [await apply(ground), await destroy(ground)];
    },
  ],
  [
    'a copied state: destroy with the copy, plan with the first',
    async (ground) => {
      const kept = `${ground.statePath()}.kept`;
      copyFileSync(ground.statePath(), kept);
      const ended = await destroy(ground);
      copyFileSync(kept, ground.statePath());
      return [ended, await plan(ground)];
    },
  ],
  [
    'an older state, of a service that was made anew since: update, destroy',
    async (ground) => {
      const kept = `${ground.statePath()}.kept`;
      copyFileSync(ground.statePath(), kept);
      await apply(ground, `-replace=${identity}`);
      ground.write();
      copyFileSync(kept, ground.statePath());
      return [await apply(await declared(ground, theFork({ plan: 'business-8' }))), await destroy(ground)];
    },
  ],
  [
    'a second construct of the name: synth; in another stack: apply',
    async (ground) => {
      const said = await synth(ground, theFork(), called('again'));
      await ground.synth({ two: [called('again')] });
      return [said, await applyIn(ground, 'two')];
    },
  ],
  [
    'the id changed: plan, apply; then with `movedFrom`: apply',
    async (ground) => {
      const first = await plan(await declared(ground, called('copy')));
      const refused = await apply(ground);
      return [first, refused, await apply(await declared(ground, called('copy', { movedFrom: 'fork' })))];
    },
  ],
  [
    'the id changed, with `movedFrom`: plan, apply',
    async (ground) => {
      await declared(ground, called('copy', { movedFrom: 'fork' }));
      return [await plan(ground), await apply(ground)];
    },
  ],
  [
    'the construct in another stack: apply; with `movedFrom`: apply; destroy of the first',
    async (ground) => {
      await ground.synth({ reh: [], two: [called('fork')] });
      const refused = await applyIn(ground, 'two');
      await ground.synth({ two: [called('fork', { movedFrom: { stack: 'reh', path: 'fork' } })] });
      const done = await applyIn(ground, 'two');
      await declared(ground, theFork());
      return [refused, done, await destroy(ground)];
    },
  ],
  [
    'the construct taken out: apply',
    async (ground) => [await apply(await declared(ground, called('unrelated', { serviceName: 'pg-unrelated' })))],
  ],
  [
    'the identity tainted: apply, then the line that it prints, apply',
    async (ground) => {
      await ground.terraform(['taint', identity]);
      return adopted(ground);
    },
  ],
  [
    'the run tainted: apply',
    async (ground) => {
      await ground.terraform(['taint', runOf(ground)]);
      return [await apply(ground)];
    },
  ],
  ['`-replace` of the identity: apply', async (ground) => [await apply(ground, `-replace=${identity}`)]],
  [
    '`-replace` of a fork whose source is gone: plan; `check` of it; with `preventDestroy`: plan; without: apply',
    async (ground) => {
      const copy = (props: Declared['props'] = {}) =>
        called('copy', { serviceName: 'pg-copy', userConfig: { serviceToForkFrom: 'orders' }, ...props });
      const replaced = '-replace=terraform_data.copy_identity_0015054B';
      ground.world.run(aCreate());
      await apply(await declared(ground, theFork(), copy()));
      ground.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
      const planned = await plan(ground, replaced, '-out=plan.bin');
      const shown = join(ground.folder, 'plan.json');
      writeFileSync(shown, (await ground.terraform(['show', '-json', 'plan.bin'])).text);
      const judged = /lifecycle\/[a-z-]+/.exec((await ground.forkcast('check', shown)).text)?.[0] ?? 'nothing';
      const kept = await plan(await declared(ground, theFork(), copy({ preventDestroy: true })), replaced);
      const ended = await apply(await declared(ground, theFork(), copy()), replaced);
      return [planned, `error: ${judged}`, kept, `${ended}, and pg-copy ${ground.fate('pg-copy')}`];
    },
  ],
  ['`-replace` of the run: apply', async (ground) => [await apply(ground, `-replace=${runOf(ground)}`)]],
  ['`create_before_destroy`: synth', async (ground) => [await synth(ground, { ...theFork(), early: true })]],
  [
    '`preventDestroy`: update, `-replace` of the identity',
    async (ground) => {
      const updated = await apply(await declared(ground, theFork({ plan: 'business-8', preventDestroy: true })));
      return [updated, await plan(ground, `-replace=${identity}`)];
    },
  ],
  [
    'powered off by hand: update; then with `powered: true`: apply',
    async (ground) => {
      ground.world.run({ type: 'UpdateService', ...fork, powered: false });
      const updated = await apply(await declared(ground, theFork({ plan: 'business-8' })));
      const state = ground.world.registry.findService(fork)?.facts.state ?? '';
      const on = await apply(await declared(ground, theFork({ plan: 'business-8', powered: true })));
      return [`${updated}, and ${state}`, `${on}, and ${ground.world.registry.findService(fork)?.facts.state ?? ''}`];
    },
  ],
  [
    'taken over by somebody: update, destroy',
    async (ground) => {
      change(ground, theirs);
      return [await apply(await declared(ground, theFork({ plan: 'business-8' }))), await destroy(ground)];
    },
  ],
  [
    'released, with tags and protection: update, then the line that it prints, apply',
    async (ground) => {
      change(ground, null);
      handMade(ground);
      const said = await adopted(await declared(ground, theFork({ plan: 'business-8' })));
      return [...said, handMadeIn(ground)];
    },
  ],
  [
    'ended and made anew by hand: update, destroy',
    async (ground) => {
      end(ground);
      ground.world.run(another);
      ground.write();
      return [await apply(await declared(ground, theFork({ plan: 'business-8' }))), await destroy(ground)];
    },
  ],
  [
    'ended by hand: plan; then `-replace` of the identity: apply',
    async (ground) => {
      end(ground);
      return [await plan(ground), await apply(ground, `-replace=${identity}`)];
    },
  ],
  [
    'the registry swapped between plan and apply of an update; destroy',
    async (ground) => {
      await plan(await declared(ground, theFork({ plan: 'business-8' })), '-out=plan.bin');
      ground.world = aWorld();
      ground.world.run(another, aRow('mine', 'v', fork.service));
      return [told(await ground.terraform(['apply', 'plan.bin'])), await destroy(ground)];
    },
  ],
  [
    'a second construct, for a service that another holds: apply, then the line that it prints, apply',
    async (ground) => {
      change(ground, theirs);
      await ground.synth({ two: [called('fork')] });
      return adopted(ground, 'two');
    },
  ],
  [
    'a second construct, refused a name that another holds: another name, apply; a third one, plan; destroy',
    async (ground) => {
      const free = called('fork', { serviceName: 'pg-free' });
      await ground.synth({ two: [called('fork')] });
      const refused = await applyIn(ground, 'two');
      await ground.synth({ two: [free] });
      const another = await applyIn(ground, 'two');
      await ground.synth({ two: [called('fork', { serviceName: 'pg-third' })] });
      const third = told(await ground.terraform(['plan'], 'two'));
      await ground.synth({ two: [free] });
      return [refused, another, third, `${await destroy(ground, 'two')}, and pg-free ${ground.fate('pg-free')}`];
    },
  ],
  [
    'an update that is refused, then another name: apply, plan',
    async (ground) => {
      const refused = await apply(await declared(ground, theFork({ userConfig: { serviceToForkFrom: 'orders' } })));
      return [refused, await plan(await declared(ground, theFork({ serviceName: 'pg-other' })))];
    },
  ],
  [
    'what was made is no longer in the state, and another name: apply; the name again, apply',
    async (ground) => {
      await ground.terraform(['state', 'rm', made]);
      const refused = await apply(await declared(ground, theFork({ serviceName: 'pg-other' })));
      return [refused, await apply(await declared(ground, theFork()))];
    },
  ],
  [
    'the same, but destroy',
    async (ground) => {
      await ground.terraform(['state', 'rm', made]);
      return [await apply(await declared(ground, theFork({ serviceName: 'pg-other' }))), await destroy(ground)];
    },
  ],
  [
    'the identity tainted, and another name: plan',
    async (ground) => {
      await ground.terraform(['taint', identity]);
      return [await plan(await declared(ground, theFork({ serviceName: 'pg-other' })))];
    },
  ],
  [
    "the identity tainted, and another name, with `onForkChange: 'replace'`: apply",
    async (ground) => {
      await ground.terraform(['taint', identity]);
      await declared(ground, theFork({ serviceName: 'pg-other', onForkChange: 'replace' }));
      const applied = await ground.terraform(['apply', '-auto-approve']);
      const left = applied.text.includes('demo/pg-fork: stays.') ? ', what stays is told' : '';
      return [`${told(applied)}${left}`];
    },
  ],
  [
    'the identity taken out of the state, and another name: plan; its own: apply, then the line that it prints, apply',
    async (ground) => {
      await ground.terraform(['state', 'rm', identity]);
      const renamed = await plan(await declared(ground, theFork({ serviceName: 'pg-other' })));
      return [renamed, ...(await adopted(await declared(ground, theFork())))];
    },
  ],
  [
    'the same registry by another address: plan, apply',
    async (ground) => {
      ground.host = 'localhost';
      await declared(ground, theFork());
      return [await plan(ground), await apply(ground)];
    },
  ],
  [
    'another registry: plan; apply, then its service and the one of before',
    async (ground) => {
      const { world } = ground;
      ground.host = 'localhost';
      ground.world = aWorld();
      const said = [await plan(await declared(ground, theFork())), await apply(ground)];
      const there = ground.fate();
      ground.world = world;
      return [...said, `there ${there}`];
    },
  ],
  [
    'two stacks with a service of one name, applied at once: which of them is not told',
    async (ground) => {
      const both = [called('both', { serviceName: 'pg-both' })];
      await ground.synth({ one: both, two: both });
      const ran = await Promise.all(['one', 'two'].map((stack) => applyIn(ground, stack)));
      return ran.map((said) => said.replace(/(one|two)\/both of stack (one|two)/, 'the other')).sort();
    },
  ],
  [
    'the command killed before, and after, its update is carried out: apply, apply; apply, apply',
    async (ground) => {
      const said: string[] = [];
      for (const [when, of] of [
        ['before', 'business-8'],
        ['after', 'business-16'],
      ] as const) {
        ground.arm({ on: /^PUT .*service\/pg-fork/, when, who: 'command' });
        said.push(await apply(await declared(ground, theFork({ plan: of }))), await apply(ground));
      }
      expect(ground.isSpent).toBe(true);
      return said;
    },
  ],
  [
    'protected by hand: destroy, plan; `-replace` of the identity: apply',
    async (ground) => {
      ground.world.run({ type: 'UpdateService', ...fork, terminationProtection: true });
      return [await destroy(ground), await plan(ground), await apply(ground, `-replace=${identity}`)];
    },
  ],
  [
    'the command killed before its end is carried out: destroy, destroy',
    async (ground) => {
      ground.arm({ on: /^DELETE .*service\/pg-fork/, when: 'before', who: 'command' });
      return [await destroy(ground), await destroy(ground)];
    },
  ],
  [
    'a second project with a service of the name: apply',
    async (ground) => [await apply(await declared(ground, theFork(), called('other', { project: 'other' })))],
  ],
  [
    'the other backend: synth; plan, apply; then with an import: apply',
    async (ground) => {
      ground.backend = 'provider';
      const said = await synth(ground, theFork());
      await provider(ground, theFork());
      const refused = [await plan(ground), await apply(ground)];
      return [said, ...refused, await apply(await provider(ground, { ...theFork(), imports: true }))];
    },
  ],
  [
    'the other backend, with `movedFrom`, and back the same way: apply, apply',
    async (ground) => {
      const there = await apply(await provider(ground, theFork({ movedFrom: 'fork' })));
      ground.backend = 'terraform_data';
      return [there, await apply(await declared(ground, theFork({ movedFrom: 'fork' })))];
    },
  ],
];

/** Those in which it may matter which type of resource runs the command. */
export const ofTheRun: readonly RegExp[] = [
  /^tags and protection/,
  /^another name/,
  /^two constructs swap their services/,
  /^the id changed/,
  /^the construct/,
  /^the (identity|run) tainted/,
  /^`-replace` of (the|a fork)/,
  /^released/,
  /^ended by hand/,
  /refused/,
  /^what was made is no longer/,
  /registry/,
];

/** Those whose plan names the end of the service. */
export const announced: readonly string[] = [
  "another name, with `onForkChange: 'replace'`: apply",
  'a copied state: destroy with the copy, plan with the first',
  '`-replace` of the identity: apply',
  'the same, but destroy',
  'the command killed before its end is carried out: destroy, destroy',
];

/** Those in which somebody else ended it before. */
export const endedBefore: readonly string[] = ['ended by hand: plan; then `-replace` of the identity: apply'];
