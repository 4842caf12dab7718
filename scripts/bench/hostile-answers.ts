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
];

function repeated(name: string, unit: string, before = ''): HostileShape {
  return { name, of: (size) => before + unit.repeat(Math.ceil(size / unit.length)) };
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
