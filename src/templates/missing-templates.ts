/** Says that there is no template of a name, or of any of several. */
export function missingTemplates(names: readonly string[]): string {
  const [first = '', ...others] = names;
  return others.length === 0
    ? `There is no template '${first}'.`
    : `There is none of the templates ${names.map((name) => `'${name}'`).join(', ')}.`;
}
