import { dirname, join, resolve, sep } from 'node:path';
import type { Plugin } from 'rolldown';

const TEMPLATES = resolve(import.meta.dirname, '../src/templates');

/**
 * Lets everything outside the template engine reach it through `on-demand.ts` alone, which loads the rest
 * when it is first used. What is loaded by `require` must be imported by nothing else: Node cannot require a
 * module that an `import` elsewhere is still loading.
 */
export function templatesOnDemand(): Plugin {
  return {
    name: 'templates-on-demand',
    resolveId(name, importer) {
      if (importer === undefined || importer.startsWith(TEMPLATES + sep)) return null;
      const isEngine = resolve(dirname(importer), name) === join(TEMPLATES, 'index.js');
      return isEngine ? join(TEMPLATES, 'on-demand.ts') : null;
    },
  };
}
