import * as z from 'zod/mini';
import { surveyConfig } from '../../config/survey-config.js';
import type { ConfigDeps } from '../config/config-deps.js';
import { operation } from '../operation.js';
import { checkCache } from './check-cache.js';
import { checkConfig } from './check-config.js';
import { checkGit } from './check-git.js';
import { checkKeys } from './check-keys.js';
import { checkStore } from './check-store.js';
import { checkVersions } from './check-versions.js';
import { type DoctorOutput, finding } from './outputs.js';

/**
 * Looks at everything that the program needs. It makes nothing and changes nothing, and works when the
 * configuration or the store does not.
 */
export const examine = operation(
  z.object({
    /** What the surface found about itself, such as its terminal. */
    surface: z.array(finding),
  }),
  async (sources: ConfigDeps, { surface }): Promise<DoctorOutput> => {
    const config = await surveyConfig(sources);
    const findings = [
      ...(await checkVersions()),
      ...checkConfig(config),
      ...(await checkStore(config.settings.store)),
      ...(await checkCache(config.settings.cache)),
      checkKeys(sources.env),
      await checkGit(sources),
      ...surface,
    ];
    return {
      findings,
      warnings: findings.filter(({ status }) => status === 'warning').length,
      problems: findings.filter(({ status }) => status === 'problem').length,
    };
  },
);
