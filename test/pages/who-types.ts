import { typedIn, type TypedLine } from './typed-lines';

/** A test that types the lines of a page, or of what stands under some of its headings. */
interface Typist {
  readonly page: RegExp;
  readonly heading?: RegExp;
  readonly test: string;
}

const matrix = 'test/matrix/typed-pages.test.ts';
const help = 'test/acceptance/help-examples.acc.test.ts';

/** Whose lines are typed by which test: the first that fits. */
export const typists: readonly Typist[] = [
  { page: /^README\.md$/, heading: /^A first fork/, test: 'test/acceptance/readme.acc.test.ts' },
  { page: /^README\.md$/, heading: /^In your own project$/, test: 'test/acceptance/own-project.acc.test.ts' },
  { page: /^README\.md$/, heading: /^As a Terraform provider$/, test: 'test/matrix/readme-provider.test.ts' },
  { page: /^README\.md$/, test: matrix },
  { page: /^docs\/(?:console|importing|ownership|recover)\.md$/, test: help },
  { page: /^docs\/(?:provider-install|real-accounts|toolkits)\.md$/, test: matrix },
  { page: /^examples\/[\w-]+\/README\.md$/, test: matrix },
];

/** Lines that no test types, each with the reason. */
export const notTyped: readonly { readonly page: RegExp; readonly line: RegExp; readonly why: string }[] = [
  { page: /^README\.md$/, line: /^npm ci && npm test$/, why: 'It is what runs this.' },
  { page: /^CONTRIBUTING\.md$/, line: /^npm ci$|^npm (?:run check|test)$/, why: 'The pipeline types it: .ci/run.' },
  { page: /^CONTRIBUTING\.md$/, line: /^npm run test:fast$/, why: 'It is the first part of npm test.' },
  {
    page: /^README\.md$|^docs\/real-accounts\.md$/,
    line: /^export FORKCAST_REGISTRY=https:\/\/api\.aiven\.io /,
    why: 'It needs a real account; what follows it is typed with a registry of ours.',
  },
  {
    page: /^docs\/console\.md$/,
    line: /^forkcast (?:console|registry serve)$/,
    why: 'It serves until Ctrl-C: the tests of the console and of served registries start it.',
  },
  {
    page: /^docs\/provider-install\.md$/,
    line: /^npx terraform-provider-forkcast --resident$/,
    why: 'It serves until Ctrl-C: test/provider/protocol/transport.test.ts starts it.',
  },
  {
    page: /^docs\/provider-install\.md$/,
    line: /^export TF_REATTACH_PROVIDERS='\.\.\.'$/,
    why: 'The reader puts in what the line above has printed.',
  },
];

/** Why nobody types a line; undefined: somebody does. */
export const whyNotTyped = ({ page, line }: TypedLine): string | undefined =>
  notTyped.find((one) => one.page.test(page) && one.line.test(line))?.why;

/** The test that types a line; undefined: there is none. */
export const typistOf = ({ page, heading }: TypedLine): string | undefined =>
  typists.find((one) => one.page.test(page) && (one.heading?.test(heading) ?? true))?.test;

/** What a test types of a page. */
export const typedBy = (test: string, page: string): readonly TypedLine[] =>
  typedIn(page).filter((line) => typistOf(line) === test && whyNotTyped(line) === undefined);
