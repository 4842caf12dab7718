import type { ExperimentAnalysisOutput } from '../analysis-outputs.js';
import { differenceText } from '../figure-text.js';
import { type Axis, placeOn, ticksOf } from './axis.js';
import { escaped } from './escaped.js';

type Metric = ExperimentAnalysisOutput['metrics'][number]['metric'];

/** A picture as SVG, which may stand in a page or below another one. */
export interface Figure {
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly title: string;
  /** Its elements, from the top left corner on. */
  readonly elements: readonly string[];
}

export const FIGURE_WIDTH = 720;
/** Where the names of variants end, and what is said of them begins. */
export const PLOT = { left: 130, right: 590 } as const;

/** A picture of its own. */
export function standingFigure({ height, title, elements }: Figure): string {
  return `<svg class="figure" role="img" viewBox="0 0 ${FIGURE_WIDTH} ${height}" width="${FIGURE_WIDTH}" height="${height}"><title>${escaped(title)}</title>${elements.join('')}</svg>`;
}

/** @param look the class by which the style sheet paints it */
export function textAt(x: number, y: number, look: string, text: string): string {
  return `<text x="${x}" y="${y}" class="${look}">${escaped(text)}</text>`;
}

/** Longer names would begin outside of the picture. */
const LONGEST_NAME = 16;

/** What a row of the plot is called. */
export function rowName(y: number, name: string): string {
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return textAt(PLOT.left - 12, y, 'name', shown);
}

/** @param look the class by which the style sheet paints it */
export function lineBetween(
  from: readonly [number, number],
  to: readonly [number, number],
  look: string,
): string {
  return `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" class="${look}"/>`;
}

/** The ticks of an axis of differences, with their values below, and a line at 0. */
export function drawnAxis(axis: Axis, metric: Metric, bottom: number): string[] {
  const ticks = ticksOf(axis).flatMap((value) => {
    const x = placeOn(axis, value);
    return [
      lineBetween([x, TOP], [x, bottom], value === 0 ? 'zero' : 'grid'),
      textAt(x, bottom + 18, 'tick', signedText(metric, value)),
    ];
  });
  return [...ticks, lineBetween([axis.left, bottom], [axis.right, bottom], 'axis')];
}

export const TOP = 8;

/** @example signedText({ name: 'success', kind: 'proportion' }, 0.1) === '+10 points' */
export function signedText(metric: Pick<Metric, 'name' | 'kind'>, value: number): string {
  if (value === 0) return '0';
  return `${value < 0 ? '−' : '+'}${differenceText(metric, value)}`;
}
