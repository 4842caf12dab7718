import { escaped } from './escaped.js';
import type { Reported } from './experiment-report.js';
import { FIGURE_WIDTH, type Figure, textAt } from './figure.js';
import { intervalFigure } from './interval-figure.js';
import { posteriorFigure } from './posterior-figure.js';
import { figureStyle } from './report-style.js';

const LINE = 20;
/** So many characters of a sentence fit beside each other. */
const WIDTH = 92;
const EDGE = 16;

/** The answer and all pictures of a report as one picture. */
export function reportDrawing({ analysis }: Reported): string {
  const { name } = analysis.experiment;
  const blocks: Figure[] = [
    written(`Experiment ${name}`, analysis.answer),
    ...analysis.metrics.flatMap((metric) => [
      written(metric.metric.name, []),
      ...[intervalFigure(metric), posteriorFigure(metric)].filter((figure) => figure !== null),
    ]),
  ];
  const height = blocks.reduce((sum, block) => sum + block.height, 2 * EDGE);
  let top = EDGE;
  const placed = blocks.map(({ elements, height: own }) => {
    const group = `<g transform="translate(0 ${top})">${elements.join('')}</g>`;
    top += own;
    return group;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${FIGURE_WIDTH} ${height}" width="${FIGURE_WIDTH}" height="${height}"><title>${escaped(`Experiment ${name}`)}</title><desc>${escaped(analysis.answer.join(' '))}</desc><style>${escaped(figureStyle)}</style><rect width="100%" height="100%" style="fill: var(--paper)"/>${placed.join('')}</svg>\n`;
}

/** A heading with sentences below it. */
function written(heading: string, sentences: readonly string[]): Figure {
  const lines = sentences.flatMap(wrapped);
  return {
    height: (lines.length + 1.6) * LINE,
    title: heading,
    elements: [
      textAt(EDGE, LINE, 'heading', heading),
      ...lines.map((line, at) => textAt(EDGE, (at + 2) * LINE, 'line', line)),
    ],
  };
}

function wrapped(sentence: string): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
