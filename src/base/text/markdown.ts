/** A Markdown table; what would end a cell is escaped. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A Markdown list; the further lines of an item stand under its first. */
export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${item.trimEnd().replaceAll('\n', '\n  ')}`).join('\n');
}

/** Sections under headings of the second level, without those that have nothing in them. */
export function markdownSections(sections: readonly (readonly [heading: string, text: string])[]): string {
  return sections
    .filter(([, text]) => text !== '')
    .map(([heading, text]) => `## ${heading}\n\n${text}\n`)
    .join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
}
