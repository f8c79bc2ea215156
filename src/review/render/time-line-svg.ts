import type { CardFork, CardWindow } from '../../domain';
import { counted } from '../../domain';
import { clip, html } from './escape';
import { makeTimeScale, type TimeScale } from './time-scale';

const [laneHeight, barTop, barHeight, overhang] = [58, 26, 20, 4];

/**
 * The windows of a fork's source as the console draws them: a lane per location, its backups as diamonds, its gaps as dashed holes, and
 * the recovery point across each, with a knob where a location holds it; no line runs through words. '': there is no window.
 */
export const timeLineSvg = (fork: CardFork, now: string | null): string => {
  const scale = makeTimeScale(fork, now);
  if (scale === undefined) return '';
  const height = fork.windows.length * laneHeight;
  const { at } = fork.point;
  const lanes = fork.windows.map((window, index) => drawLane(window, scale, index * laneHeight));
  const point =
    at === null ? '' : fork.windows.map((window, index) => drawPoint(window, at, scale, index * laneHeight)).join('');
  return [
    '<figure class="time">',
    `<svg role="img" aria-label="Recovery windows of the source" width="100%" height="${height}">${lanes.join('')}${point}</svg>`,
    `<figcaption><span>${html(scale.from)}</span>`,
    at === null ? '' : `<span class="at">recovery point ${html(at)}</span>`,
    `<span>${html(scale.to)}</span></figcaption>`,
    '</figure>',
  ].join('');
};

const percent = (instant: string, { placeOf }: TimeScale): string => `${(placeOf(instant) * 100).toFixed(2)}%`;

const drawLane = ({ role, location, ...window }: CardWindow, scale: TimeScale, top: number): string => {
  const { earliest, latest, instants, backups, gaps } = window;
  const name = clip(location, 40);
  // Of a window of any instant a card keeps no backups.
  const caption = backups.length === 0 ? role : `${role} · ${counted(backups.length, 'backup')}`;
  const words = `<tspan class="name">${html(name)}</tspan> <tspan class="faint">${html(caption)}</tspan>`;
  const label = `<text x="0" y="${top + 16}">${words}</text>`;
  const bar = (kind: string, from: string, to: string): string => {
    const width = ((scale.placeOf(to) - scale.placeOf(from)) * 100).toFixed(2);
    return `<rect class="${kind}" x="${percent(from, scale)}" y="${top + barTop}" width="${width}%" height="${barHeight}" rx="3"/>`;
  };
  const track = `<rect class="track" x="0" y="${top + barTop}" width="100%" height="${barHeight}" rx="3"/>`;
  if (earliest === null || latest === null) return label + track;
  const diamonds = backups.map(
    (at) =>
      `<svg class="diamond ${role}" x="${percent(at, scale)}" y="${top + barTop + barHeight / 2}">` +
      '<path d="M0-5 5 0 0 5-5 0z"/></svg>',
  );
  return [
    label,
    track,
    instants === 'any' ? bar(role, earliest, latest) : '',
    ...gaps.map(({ from, to }) => bar('gap', from, to)),
    ...diamonds,
  ].join('');
};

const drawPoint = (window: CardWindow, at: string, scale: TimeScale, top: number): string => {
  const x = percent(at, scale);
  const [from, to] = [top + barTop - overhang, top + barTop + barHeight + overhang];
  return `<line class="point" x1="${x}" x2="${x}" y1="${from}" y2="${to}"/>${drawKnob(window, at, scale, top)}`;
};

const drawKnob = ({ earliest, latest }: CardWindow, at: string, scale: TimeScale, top: number): string => {
  if (earliest === null || latest === null) return '';
  const [from, to, point] = [earliest, latest, at].map((text) => Date.parse(text));
  if (from === undefined || to === undefined || point === undefined || point < from || point > to) return '';
  return `<circle class="knob" cx="${percent(at, scale)}" cy="${top + barTop + barHeight / 2}" r="6"/>`;
};
