/** What the engine wants to say goes through us or nowhere; it logs to the terminal by itself otherwise. */
export function quietLog(note: (message: string) => void = () => {}) {
  const told = (entry: unknown) => note(entry instanceof Error ? entry.message : String(entry));
  return { debug: () => {}, info: () => {}, warn: told, error: told };
}
