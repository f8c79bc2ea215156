import type { CardService } from '../../domain';
import { drawAxis, drawCursor, frameStory, layOutAxis, tellFork, type Shape } from '../../time';
import { html } from './escape';

/** Of the plot, in pixels: with its gutters it is as wide as the page has room for. A phone scrolls it, as it does the console's. */
const plotWidth = 690;

/** The axis of a fork as the console draws it, with the recovery point where its cursor is. '': there is no window to show. */
export const timeLineSvg = (service: CardService, now: string | null): string => {
  const story = tellFork(service, now);
  if (story === undefined) return '';
  const [point] = story.forks;
  const view = { ...frameStory(story), width: plotWidth };
  const layout = layOutAxis(story, view, point?.at);
  const shapes = [...drawAxis(layout), ...(point === undefined ? [] : drawCursor(layout, view, point.at))];
  const size = `viewBox="0 0 ${layout.width} ${layout.height}" width="${layout.width}"`;
  const open = `<svg class="axis" role="img" aria-label="Recovery windows of the source" ${size}>`;
  return `<div class="scroll" tabindex="0">${open}${shapes.map(writeShape).join('')}</svg></div>`;
};

const writeShape = ({ tag, attributes, words }: Shape): string => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${html(String(value))}"`);
  return `<${tag}${written.join('')}>${words === undefined ? '' : html(words)}</${tag}>`;
};
