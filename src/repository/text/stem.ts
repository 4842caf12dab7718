/** What several forms of an English word have in common; `caches`, `cached` and `caching` begin alike. */
export function stem(word: string): string {
  const ending = ['ing', 'ies', 'ied', 'es', 'ed', 's', 'e', 'y'].find(
    (ending) => word.endsWith(ending) && word.length - ending.length >= 3,
  );
  return ending === undefined || word.endsWith('ss') ? word : word.slice(0, -ending.length);
}
