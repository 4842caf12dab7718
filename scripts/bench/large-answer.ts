/**
 * Reads one large answer and prints, as JSON, the seconds it took and the peak memory that the process
 * gained, the answer included, in multiples of the answer. The argument is the size in megabytes.
 */
import { performance } from 'node:perf_hooks';
import { extractSections, planningSections } from '../../src/sections/index.js';

/** What the process prints. */
export interface LargeAnswer {
  readonly seconds: number;
  readonly memoryRatio: number;
}

const CHARACTERS_A_MEGABYTE = 1_000_000;
const BYTES_A_KILOBYTE = 1024;

extractSections(largeAnswer(1), planningSections);
const base = process.memoryUsage().rss;
const text = largeAnswer(Number(process.argv[2] ?? 100));
const start = performance.now();
const { report } = extractSections(text, planningSections);
const seconds = (performance.now() - start) / 1000;
if (report.missing.length > 0) throw new Error(`missing: ${report.missing.join(', ')}`);
const peak = process.resourceUsage().maxRSS * BYTES_A_KILOBYTE;
const figures: LargeAnswer = { seconds, memoryRatio: (peak - base) / text.length };
console.log(JSON.stringify(figures));

/** An answer of three sections, indented as in a paste from a terminal, with code blocks and lists. */
function largeAnswer(megabytes: number): string {
  const paragraph = [
    '  ## Phase: look at what is there',
    '',
    '  1. Read every file that the request names, and the tests beside them.',
    '     - Note what each of them expects, and where the expectation is written down.',
    '  ```python',
    '  def load(path):',
    '      return parse(path.read_text())',
    '  ```',
    '',
    '',
  ].join('\n');
  const body = paragraph.repeat(Math.ceil((megabytes * CHARACTERS_A_MEGABYTE) / 3 / paragraph.length));
  let answer = '';
  for (const name of ['ANALYSIS_TEMPLATE', 'IMPLEMENTATION_TEMPLATE', 'EXECUTION_NOTES']) {
    answer += `  # ${name}\n\n`;
    answer += body;
  }
  return answer;
}
