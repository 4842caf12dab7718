import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root.js';
import type { ReflectionPrompts } from '../../engine/optimize/reflection-prompts.js';

/** The prompts for the reflecting model that come with the package, from its folder `prompts`. */
export function builtinReflectionPrompts(): ReflectionPrompts {
  return {
    reflect: text('reflect'),
    merge: text('merge'),
    rewrite: text('rewrite'),
    examples: text('examples'),
    rules: text('rules'),
  };
}

function text(name: keyof ReflectionPrompts): string {
  return readFileSync(join(packageRoot(), 'prompts', `optimize-${name}.md`), 'utf8');
}
