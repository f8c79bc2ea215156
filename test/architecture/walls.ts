/** A room of `src/`: what it may import, and why no more than that. */
export type Room = { readonly mayImport: readonly string[]; readonly reason: string };

const everyRoomButFrontEnds = ['domain', 'planner', 'rules', 'intake', 'review', 'api', 'registry', 'engine'];

export const rooms: Readonly<Record<string, Room>> = {
  domain: { mayImport: [], reason: 'the words stand on their own, so every room can speak them' },
  planner: {
    mayImport: ['domain'],
    reason: 'what a change means for a live service is said once, for whoever asks, in pure functions',
  },
  time: {
    mayImport: ['domain'],
    reason: 'one geometry of time is drawn by the console and by the cards, which see nothing of each other',
  },
  rules: {
    mayImport: ['domain', 'planner'],
    reason: 'rules predict and the registry decides; shared logic would make their agreement worthless',
  },
  intake: { mayImport: ['domain'], reason: 'intake only translates what is to be judged into the words of the domain' },
  review: {
    mayImport: ['domain', 'time', 'planner', 'rules'],
    reason: 'a review is assembled from findings and facts it is given',
  },
  api: { mayImport: ['domain'], reason: 'the contract is shared by client and registry and belongs to neither' },
  registry: {
    mayImport: ['domain', 'api'],
    reason: 'the registry decides on its own; it must not trust that a rule ran before',
  },
  engine: {
    mayImport: ['domain', 'planner', 'api'],
    reason: 'the engine serves both backends and reaches the registry through the api',
  },
  provider: {
    mayImport: ['domain', 'planner', 'rules', 'api', 'engine'],
    reason: 'Terraform starts the provider about three times per plan, so it stays light',
  },
  constructs: { mayImport: ['domain', 'rules'], reason: 'constructs get their facts through the port FactSource' },
  console: {
    mayImport: ['domain', 'time', 'api'],
    reason: 'the pages speak the HTTP API alone, so that they work against any registry that is served',
  },
  cli: {
    mayImport: everyRoomButFrontEnds,
    reason: 'the command line is a front end beside the constructs and the provider',
  },
};

/** A folder inside a room with a stricter wall than its room. */
export const innerWalls: readonly {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly reason: string;
}[] = [
  {
    folder: 'review/render',
    mayImport: ['domain', 'time'],
    reason: 'a stored review must render years later from its own data',
  },
  {
    folder: 'provider/protocol',
    mayImport: ['domain'],
    reason: 'wire types never reach the logic, nor the logic the wire; of the words it takes how a text is printed',
  },
];

/** Files beside a room's `index.ts` that a composition root may import. */
export const sideDoors: readonly string[] = [
  'api/compiled-program',
  'api/user-cache',
  'registry/embedded',
  'registry/main',
];

export const testingDoor = 'domain/testing.ts';

/** The examples of a rule: its tests and its page, loaded by nothing that runs. */
export const isExamples = (path: string): boolean => path.endsWith('.examples.ts') || path === 'rules/examples.ts';

/** A third party and the one folder that may import it. A trailing slash in the name means the whole scope. */
export const thirdPartyHomes: readonly { readonly name: string; readonly home: string; readonly reason: string }[] = [
  {
    name: 'cdktf',
    home: 'constructs',
    reason: 'upstream CDKTF is archived; its successor must be a change in one room',
  },
  { name: 'constructs', home: 'constructs', reason: 'it comes with CDKTF and may leave with it' },
  {
    name: '@cdktf/',
    home: 'constructs',
    reason: 'upstream CDKTF is archived; its successor must be a change in one room',
  },
  { name: '@photostructure/sqlite', home: 'registry/store', reason: 'the driver must stay a one-line change' },
  { name: 'pg', home: 'registry/store', reason: 'database drivers live behind the store' },
  { name: 'commander', home: 'cli', reason: 'argv is parsed in one room' },
  { name: 'cli-table3', home: 'cli', reason: 'the terminal belongs to the command line' },
  { name: 'picocolors', home: 'cli', reason: 'the terminal belongs to the command line' },
  { name: 'preact', home: 'console', reason: 'the browser belongs to the console' },
  { name: '@preact/', home: 'console', reason: 'the browser belongs to the console' },
  { name: 'fastify', home: 'registry/http', reason: 'the web server is a detail of serving the registry' },
];

export const roomOf = (path: string): string | undefined => (path.includes('/') ? path.split('/', 1)[0] : undefined);

export const isInside = (path: string, folder: string): boolean =>
  path.startsWith(`${folder}/`) || path === `${folder}.ts`;

/** `src/index.ts`, every `main.ts` (of the console `main.tsx`) and the command line pick transports and facts; nothing else does. */
export const isCompositionRoot = (path: string): boolean =>
  path === 'index.ts' || /\/main\.tsx?$/.test(path) || isInside(path, 'cli');
