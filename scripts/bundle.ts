/** Builds the bundles anew. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import bundles from '../rolldown.config.js';

rmSync(join(import.meta.dirname, '../dist'), { recursive: true, force: true });
for (const bundle of bundles) await build(bundle);
