import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeRefusal } from '../../base/files/write-refusal.js';
import { FileNotWrittenError } from '../../base/files/write-text-file.js';

/**
 * Does work with a folder that nobody else may look into, and that is gone afterwards.
 *
 * @param place the folder that it is made in
 * @throws FileNotWrittenError when it cannot be made there
 */
export async function inScratchFolder<Result>(
  place: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = makeIn(place);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeIn(place: string): string {
  try {
    return mkdtempSync(join(place, '.prompt-runner-'));
  } catch (error) {
    const refusal = writeRefusal(error);
    if (refusal === null) throw error;
    throw new FileNotWrittenError(
      `Nothing can be written in ${place}: ${refusal.reason}.`,
      { hint: 'A copy of the backup has to lie there for a while.' },
      { cause: error },
    );
  }
}
