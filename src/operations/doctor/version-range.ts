type Version = readonly [major: number, minor: number, patch: number];

/**
 * Whether a version lies within a range as package.json writes them, of `^a.b.c` and `>=a.b.c` joined by `||`.
 *
 * @example isWithin('22.14.1', '^20.20.0 || ^22.12.0 || >=24') === true
 */
export function isWithin(version: string, range: string): boolean {
  const found = parse(version);
  return range.split('||').some((part) => {
    const comparator = part.trim();
    const least = parse(comparator.replace(/^(?:\^|>=)/, ''));
    return isAtLeast(found, least) && (!comparator.startsWith('^') || found[0] === least[0]);
  });
}

function parse(version: string): Version {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return [major, minor, patch];
}

function isAtLeast(found: Version, least: Version): boolean {
  const differing = found.findIndex((part, at) => part !== least[at]);
  return differing < 0 || (found[differing] ?? 0) > (least[differing] ?? 0);
}
