/** A function of two numbers of successes that is asked for the same ones many times. */
export function cachedByTable<Result>(
  of: (control: number, treatment: number) => Result,
): (control: number, treatment: number) => Result {
  const known = new Map<string, Result>();
  return (control, treatment) => {
    const key = `${control} ${treatment}`;
    const result = known.get(key) ?? of(control, treatment);
    known.set(key, result);
    return result;
  };
}
