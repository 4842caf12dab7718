import type { Plugin } from 'rolldown';

/** Fails the build when chunks import each other in a circle: as CommonJS they would not find each other's names. */
export function noCircles(): Plugin {
  return {
    name: 'no-circles',
    generateBundle(_options, bundle) {
      const imports = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, file.imports]] : [],
        ),
      );
      for (const file of imports.keys()) {
        const circle = circleFrom(file, imports, []);
        if (circle !== null) this.error(`chunks import each other: ${circle.join(' -> ')}`);
      }
    },
  };
}

function circleFrom(
  file: string,
  imports: ReadonlyMap<string, readonly string[]>,
  path: readonly string[],
): readonly string[] | null {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  for (const imported of imports.get(file) ?? []) {
    const circle = circleFrom(imported, imports, [...path, file]);
    if (circle !== null) return circle;
  }
  return null;
}
