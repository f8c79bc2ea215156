import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtLibrary, configure, terraformIn, withProvider } from '../../acceptance/provider-twin';
import { inWorkshop, type Workshop, whenTerraform } from '../../acceptance/workshop';
import { repositoryRoot } from '../../source-tree';

/** Two stacks, and a service in the one that the environment names. */
const app = `
const { App, TerraformStack } = require(${JSON.stringify(join(repositoryRoot, 'node_modules/cdktf'))});
const { Forkcast, Service } = require(${JSON.stringify(builtLibrary)});
const { WHERE, FROM, BLIND, ID = 'fork' } = process.env;
const app = new App();
for (const name of ['one', 'two']) {
  const stack = new TerraformStack(app, name);
  new Forkcast(stack, 'forkcast', {
    project: 'demo', backend: 'provider', ...(BLIND ? { facts: { read: () => undefined } } : {}),
  });
  if (name === WHERE)
    new Service(stack, ID, {
      serviceType: 'pg', serviceName: 'pg-fork', plan: 'business-4', cloudName: 'google-europe-west1',
      ...(FROM ? { movedFrom: JSON.parse(FROM) } : {}),
    });
}
app.synth();
`;

const from = JSON.stringify({ stack: 'one', path: 'fork' });

const site = (workshop: Workshop) => {
  writeFileSync(join(workshop.folder, 'main.js'), app);
  configure(workshop, { app: `${process.execPath} main.js` });
  expect(workshop.forkcast('registry', 'init', '--profile', 'instant')).toMatchObject({ code: 0 });
  const env = { ...withProvider(workshop), FORKCAST_REGISTRY: '' };
  const stackOf = (stack: string) => join(workshop.folder, 'cdktf.out/stacks', stack);
  const terraform = (stack: string, ...words: readonly string[]) => terraformIn(stackOf(stack), env, ...words);
  const synth = (declared: Readonly<Record<string, string>>): void => {
    expect(workshop.cdktf(['synth'], { ...env, ...declared })).toMatchObject({ code: 0 });
    for (const stack of ['one', 'two']) expect(terraform(stack, 'init', '-input=false')).toMatchObject({ code: 0 });
  };
  const apply = (stack: string) => terraform(stack, 'apply', '-auto-approve', '-input=false', '-no-color');
  /** What `check` says of the plan's JSON. */
  const checked = (stack: string): string => {
    expect(terraform(stack, 'plan', '-input=false', '-out=plan.bin')).toMatchObject({ code: 0 });
    const file = join(workshop.folder, `${stack}.json`);
    writeFileSync(file, terraform(stack, 'show', '-json', 'plan.bin').text);
    return workshop.forkcast('review', file).text;
  };
  const hasRow = (): boolean => workshop.forkcast('registry', 'read', 'pg-fork', '--key', 'mine').text.includes('mine');
  return { env, terraform, synth, apply, checked, hasRow };
};

const made = (workshop: Workshop, { synth, apply }: ReturnType<typeof site>): void => {
  synth({ WHERE: 'one' });
  expect(apply('one')).toMatchObject({ code: 0 });
  expect(workshop.forkcast('registry', 'write', 'pg-fork', 'defaultdb', 'mine', '1')).toMatchObject({ code: 0 });
};

whenTerraform('a service of the provider whose construct moves to another stack', () => {
  test('goes along with its row where the move is declared, whichever stack is applied first', () => {
    for (const order of [
      ['one', 'two'],
      ['two', 'one'],
    ] as const)
      inWorkshop('none', (workshop) => {
        const it = site(workshop);
        made(workshop, it);
        it.synth({ WHERE: 'two', FROM: from });
        const moved = it.checked('two');
        expect(moved).toMatch(/Moved from +one\/fork of stack one/);
        expect(moved).not.toMatch(/name-taken|stop:/);
        expect(it.checked('one')).toMatch(/pg-fork stays/);
        for (const stack of order) expect(it.apply(stack)).toMatchObject({ code: 0 });
        expect(it.terraform('two', 'plan', '-input=false').text).toContain('No changes');
        expect(it.terraform('one', 'destroy', '-auto-approve').text).toContain('0 destroyed');
        expect(it.hasRow()).toBe(true);
      });
  });

  test('is refused at synth where it is not, and by the other stack where nothing was known at synth', () => {
    inWorkshop('none', (workshop) => {
      const it = site(workshop);
      made(workshop, it);
      const { code, text } = workshop.cdktf(['synth'], { ...it.env, WHERE: 'two' });
      expect(code).toBe(1);
      expect(text.replace(/\s+/g, ' ')).toMatch(/movedFrom: \{ stack: 'one', path: '(one\/)?fork' \}/);
      it.synth({ WHERE: 'two', BLIND: '1' });
      expect(it.apply('two')).toMatchObject({ code: 1 });
      expect(it.terraform('one', 'plan', '-input=false', '-no-color').text).toContain('1 to destroy');
      expect(it.hasRow()).toBe(true);
    });
  });

  test('goes along with another id, and with a third one after that, where each move is taken out once it was applied', () => {
    inWorkshop('none', (workshop) => {
      const it = site(workshop);
      made(workshop, it);
      for (const [ID, FROM] of [
        ['copy', 'fork'],
        ['kopie', 'copy'],
      ] as const) {
        it.synth({ WHERE: 'one', ID, FROM: JSON.stringify(FROM) });
        expect(it.apply('one').text).toContain('0 added, 1 changed, 0 destroyed');
        it.synth({ WHERE: 'one', ID });
        expect(it.terraform('one', 'plan', '-input=false').text).toContain('No changes');
      }
      expect(workshop.forkcast('service', 'get', 'pg-fork').text).toContain('one/kopie of stack one');
      expect(it.hasRow()).toBe(true);
    });
  });
});
