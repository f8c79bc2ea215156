import { aSourceTree } from '../source-tree';
import { findBreaks } from './breaks';

const doors = {
  'domain/index.ts': '',
  'domain/testing.ts': '',
  'rules/index.ts': '',
  'review/index.ts': '',
  'registry/index.ts': '',
  'constructs/index.ts': '',
};

const breaksWith = (files: Record<string, string>) => findBreaks(aSourceTree({ ...doors, ...files }));

describe('findBreaks', () => {
  test('a house that follows the plan has no break', () => {
    const files = {
      'index.ts': `export * from './constructs'; export { open } from './registry/embedded';`,
      'rules/naming/taken.ts': `import { ServiceName } from '../../domain';`,
      'registry/embedded.ts': `import { Store } from './store/sqlite';`,
      'registry/store/sqlite.ts': `import sqlite from '@photostructure/sqlite';`,
      'registry/main.ts': `import { rules } from '../rules';`,
      'review/render/text.ts': `import type { ReviewCard } from '../../domain'; import { line } from './line';`,
      'review/render/line.ts': '',
      'cli/main.ts': `import { Command } from 'commander'; const open = () => import('../registry/embedded');`,
    };
    expect(breaksWith(files)).toEqual([]);
  });

  test.each([
    ['a plain import', `import { decide } from '../registry';`],
    ['a type-only import', `import type { decide } from '../registry';`],
    ['a re-export', `export { decide } from '../registry';`],
    ['an import type', `type Decide = typeof import('../registry').decide;`],
    ['a dynamic import', `const later = () => import('../registry');`],
    ['a require', `const later = () => require('../registry');`],
  ])('%s in the wrong direction breaks a wall, with its reason', (_kind, text) => {
    expect(breaksWith({ 'rules/engine.ts': text })).toEqual([
      'src/rules/engine.ts imports ../registry: rules may import only domain, planner; ' +
        'rules predict and the registry decides; shared logic would make their agreement worthless',
    ]);
  });

  test.each([
    ['an inner wall', { 'review/render/html.ts': `import '../../rules';` }, 'a stored review must render years later'],
    [
      'a room entered by its window',
      { 'rules/x.ts': `import '../domain/fact';`, 'domain/fact.ts': '' },
      'through its door',
    ],
    [
      'a side door used by a room',
      { 'engine/x.ts': `import '../registry/embedded';`, 'registry/embedded.ts': '' },
      'through its door',
    ],
    ['builders in production code', { 'rules/x.ts': `import '../domain/testing';` }, 'builders are for tests'],
    ['the provider on a renderer', { 'provider/x.ts': `import '../review';` }, 'provider may import only'],
    ['constructs on a renderer', { 'constructs/x.ts': `import '../review';` }, 'constructs may import only'],
    ['the command line on constructs', { 'cli/main.ts': `import '../constructs';` }, 'cli may import only'],
    [
      'a room that imports the package door',
      { 'index.ts': '', 'rules/x.ts': `import '..';` },
      'never the other way round',
    ],
    ['a third party away from home', { 'rules/x.ts': `import { App } from 'cdktf';` }, 'one home in src/constructs'],
    [
      'a scoped third party away from home',
      { 'rules/x.ts': `import '@cdktf/provider-null/lib/resource';` },
      'one home',
    ],
    [
      'a driver outside the store',
      { 'registry/x.ts': `import '@photostructure/sqlite';` },
      'one home in src/registry/store',
    ],
    ['an undeclared folder', { 'misc/x.ts': '' }, 'src/misc: not a room of the house'],
    ['a loose file beside the package door', { 'loose.ts': '' }, 'src/loose.ts: not a room of the house'],
    ['an import of nothing', { 'rules/x.ts': `import './y';` }, 'there is no such file in src'],
    [
      'a cycle',
      { 'rules/x.ts': `import type {} from './y';`, 'rules/y.ts': `import './x';` },
      'rules/x.ts → rules/y.ts → rules/x.ts',
    ],
  ])('%s is found', (_name, files, reason) => {
    expect(breaksWith(files)).toEqual(expect.arrayContaining([expect.stringContaining(reason)]));
  });
});
