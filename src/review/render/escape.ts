import { printable } from '../../domain';

/** A line of a log: what a runner would take for one of its commands (`::name::`, `##[name]`) is broken. */
export const logLine = (text: string): string =>
  printable(text).replaceAll('::', ':\\u{3a}').replaceAll('##[', '#\\u{23}[');

/** The first `length` printable characters of a text, with an ellipsis where something was left out. Never cuts a character in two. */
export const clip = (text: string, length: number): string => {
  const line = printable(text);
  if (line.length <= length) return line;
  const characters = [...line];
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}…`;
};

/** Text in HTML and in XML, and in their attributes. */
export const html = (text: string): string =>
  printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/**
 * Prose within a line of Markdown: nothing in it is markup, an address of the web, or a mention of a person or a ticket. The empty comment
 * parts what the forges look for after they have rendered.
 */
export const prose = (text: string): string => {
  const line = printable(text);
  return marked.test(line) ? unmarked(line) : line;
};

/** Anything that is not surely prose. */
const marked = /[&<>\\`*[\]|~$#_@!%]|:\/\/|www\.|^[-+=/]/i;

const unmarked = (line: string): string =>
  line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*[\]|~$#]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/^[-+=/]/, '\\$&')
    .replace(/[@#!%](?=[A-Za-z0-9_-])/g, '$&<!-- -->')
    .replaceAll('://', ':<!-- -->//')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}<!-- -->.`);

/** A name in Markdown, set as code. */
export const code = (text: string): string => {
  const line = printable(text);
  if (line === '') return '<code>(empty)</code>';
  return /^[\w.:/=+,-][\w .:/=+,-]*(?<! )$/.test(line) ? `\`${line}\`` : htmlCode(line);
};

/** A name as code in the HTML parts of Markdown, where Markdown's own marks do not count. */
export const htmlCode = (text: string): string =>
  `<code>${printable(text).replace(/[^A-Za-z0-9 ./-]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)}</code>`;

/** A line within a fence of Markdown: it cannot close the fence. */
export const fenced = (text: string): string => text.replaceAll('`', "'");

/** The quoted label of a Mermaid node. */
export const mermaidLabel = (text: string): string =>
  printable(text).replace(/[^A-Za-z0-9 .:/-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);

/** The message of a workflow command. @see GitHub Actions, workflow commands (read 2026-11-20) */
export const commandData = (text: string): string =>
  printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A property of a workflow command. */
export const commandProperty = (text: string): string =>
  commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
