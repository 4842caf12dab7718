import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../spec/model-request.js';

/** Does something with a file that holds the schema, which is gone afterwards. */
export async function withSchemaFile<Result>(
  schema: { readonly [key: string]: Json },
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'prompt-runner-schema-'));
  try {
    const file = join(folder, 'schema.json');
    await writeFile(file, JSON.stringify(schema));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
