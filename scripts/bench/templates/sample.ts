/** A prompt of about 10 KB with 30 variables and a loop, in the part of the language that all engines share. */
export const source = `${Array.from({ length: 30 }, (_, at) => paragraph(at)).join('\n')}
{% for file in files %}
{{ loop.index }}. {{ file.path }}{% if file.isNew %} (new){% endif %}: {{ file.note | upper }}
{% endfor %}
`;

export const context = {
  ...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`name${at}`, `the value of number ${at}`])),
  files: Array.from({ length: 40 }, (_, at) => ({
    path: `src/part-${at}/index.ts`,
    isNew: at % 3 === 0,
    note: `what changes in part ${at}`,
  })),
};

function paragraph(at: number): string {
  const text = 'Read the code first, then say what you found, where it is, and what follows from it. ';
  return `## Part ${at}\n\n${text.repeat(3)}Mind {{ name${at} }} in all that you do.\n`;
}
