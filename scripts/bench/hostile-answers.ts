/** A kind of input that slows a careless reader down; `of` gives about `size` characters of it. */
export interface HostileShape {
  readonly name: string;
  readonly of: (size: number) => string;
}

const CANDIDATE = '## ANALYSIS_TEMPLATE\n';

/** Input made to be slow: runs, repetitions and openings that are never closed. */
export const hostileShapes: readonly HostileShape[] = [
  repeated('backticks in one line', '`'),
  repeated('fence lines', '```\n'),
  repeated('tagged fence lines', '```md\n'),
  repeated('headings', '# a\n'),
  repeated('hashes', '#'),
  repeated('headings that end with blanks', `# a${' '.repeat(60)}\n`),
  repeated('emphasis', '*a_ '),
  repeated('emphasis without blanks', '*a_'),
  { name: 'nested lists', of: nestedLists },
  repeated('angle brackets', '<'),
  repeated('opening tags', '<analysis_template>\n'),
  repeated('closing tags', '</analysis_template>\n'),
  repeated('braces with quotation marks', '{"'),
  repeated('objects never closed', '{"a":'),
  repeated('objects with an expected key', '{"analysis_template": "a '),
  repeated('backslashes in a JSON string', '\\', '{"analysis_template": "'),
  repeated('quotation marks in a JSON string', '" ', '{"analysis_template": "'),
  repeated('blanks in one line', ' '),
  repeated('blank lines', '\n', CANDIDATE),
  repeated('rules', '---\n', CANDIDATE),
  repeated('names in headings', CANDIDATE),
  repeated('names in plain lines', '1. EXECUTION_NOTES\n'),
  repeated('names with slips', 'ANALYSIS_TEMPLTAE\n'),
  repeated('names between fences', `${CANDIDATE}\`\`\`\n`),
  repeated('tool calls', '● Bash(ls)\n  ⎿  done\n\n'),
  repeated('spinners', '✻ Thinking…\n'),
  repeated('text around tool calls', 'text\n\n● Bash(ls)\n\n', CANDIDATE),
  repeated('indented lines', '  text\n', CANDIDATE),
  repeated('carriage returns', '\r'),
  repeated('keys with an escaped end', '{"a\\":', '', '",'),
  { name: 'lines a blank short of the indentation', of: shortOfIndentation },
  inTurn('blanks, a tool call, blank lines', [' ', '\n● Bash(ls)\n', '\n']),
  inTurn('a rich object, then small ones', ['"notes": "", ', '}', '{"analysis_template": ""}'], '{'),
];

function repeated(name: string, unit: string, before = '', after = ''): HostileShape {
  return { name, of: (size) => before + filled(unit, size) + after };
}

/** Half of it is the first unit again and again, half is the last; `between` stands once. */
function inTurn(
  name: string,
  [first, between, last]: readonly [string, string, string],
  before = '',
): HostileShape {
  return { name, of: (size) => before + filled(first, size / 2) + between + filled(last, size / 2) };
}

function filled(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length));
}

function nestedLists(size: number): string {
  const lines: string[] = [];
  for (let depth = 0, length = 0; length < size; depth++) {
    const line = `${'  '.repeat(depth % 400)}- a\n`;
    lines.push(line);
    length += line.length;
  }
  return lines.join('');
}

/** As many blank lines as each has blanks: all that a long indentation can be compared with in vain. */
function shortOfIndentation(size: number): string {
  const width = Math.floor(Math.sqrt(size));
  const indentation = ' '.repeat(width);
  return `${CANDIDATE}${indentation}a\n${`${indentation.slice(1)}\n`.repeat(width)}${indentation}b`;
}
