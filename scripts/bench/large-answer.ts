/**
 * Reads one large answer and prints, as JSON, the seconds it took and the peak memory that the process
 * gained, in multiples of the decoded answer. The argument is the size in megabytes.
 */
import { performance } from 'node:perf_hooks';
import { decodeAnswer, extractSections, planningSections } from '../../src/sections/index.js';

const BYTES_A_MEGABYTE = 1_000_000;
const BYTES_A_KILOBYTE = 1024;

const text = decodeAnswer(largeAnswer(Number(process.argv[2] ?? 100) * BYTES_A_MEGABYTE));
extractSections(text.slice(0, BYTES_A_MEGABYTE), planningSections);
const base = process.memoryUsage().rss - text.length;
const start = performance.now();
const { report } = extractSections(text, planningSections);
const seconds = (performance.now() - start) / 1000;
if (report.missing.length > 0) throw new Error(`missing: ${report.missing.join(', ')}`);
const peak = process.resourceUsage().maxRSS * BYTES_A_KILOBYTE;
console.log(JSON.stringify({ seconds, memoryRatio: (peak - base) / text.length }));

/** An answer of three sections, indented as in a paste from a terminal, with code blocks and lists. */
function largeAnswer(bytes: number): Uint8Array {
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
  const body = paragraph.repeat(Math.ceil(bytes / 3 / paragraph.length));
  const names = ['ANALYSIS_TEMPLATE', 'IMPLEMENTATION_TEMPLATE', 'EXECUTION_NOTES'];
  return Buffer.from(names.map((name, index) => `  # ${index + 1}. ${name}\n\n${body}\n`).join(''), 'latin1');
}
