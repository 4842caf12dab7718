import { EngineMissingError } from './errors.js';

/** The package, as far as it is used here. */
export type Dbos = Pick<typeof import('@dbos-inc/dbos-sdk'), 'DBOS' | 'DBOSClient'>;

const NAME = '@dbos-inc/dbos-sdk';

/**
 * Loads the engine from beside this package. This is the only place that names it, and nothing comes here before work is
 * handed out. It is not looked for in the working folder: that may be anybody's code.
 *
 * @throws EngineMissingError when it is not there
 */
export async function loadDbos(beside: () => Promise<Dbos> = besideUs): Promise<Dbos> {
  try {
    return await beside();
  } catch (error) {
    throw isNotFound(error) ? new EngineMissingError() : error;
  }
}

function besideUs(): Promise<Dbos> {
  return import('@dbos-inc/dbos-sdk');
}

/** Only that the package itself is not there: what it lacks in turn is a fault of its installation, and told as it is. */
function isNotFound(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const isMissing = error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND';
  return isMissing && error.message.includes(NAME);
}
