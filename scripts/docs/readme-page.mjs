import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runDemo } from '../demo.mjs';
import { terraformOnPath } from '../demo/workshop.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [opening, closing] = ['<!-- demo -->', '<!-- /demo -->'];

/** The README with the demo's transcript in it; as it stands where there is no terraform to take one. */
export default async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const terraform = terraformOnPath();
  if (terraform === undefined) {
    console.log('README.md: neither terraform nor tofu is on the PATH, so the transcript of the demo was not taken again.');
    return { 'README.md': readme };
  }
  let transcript = '';
  await runDemo(terraform, (text) => (transcript += text));
  const [before] = readme.split(opening);
  const [, after] = readme.split(closing);
  return { 'README.md': `${before}${opening}\n\n\`\`\`text\n${transcript.trim()}\n\`\`\`\n\n${closing}${after}` };
};
