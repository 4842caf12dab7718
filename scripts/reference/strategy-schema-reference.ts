import * as z from 'zod/mini';
import { strategyFile } from '../../src/operations/experiment/online/read-strategy.js';

/** The JSON schema of the files that say what sessions are carried out with, for editors. */
export function strategySchemaReference(): string {
  const schema = { title: 'prompt-runner strategy', ...z.toJSONSchema(strategyFile, { io: 'input' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
