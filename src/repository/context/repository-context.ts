import { listFiles } from '../files/list-files.js';
import { ContextSnapshot, type RepositoryContext } from './context-snapshot.js';

export interface ContextOptions {
  /** What is to be done; the files related to it are shown. */
  readonly request: string;
  /** The most that the text may take, by the estimate that the program uses everywhere. */
  readonly tokenBudget: number;
}

/** In tokens. Nothing that helps fits into less. */
const LEAST_BUDGET = 40;

/**
 * What a model that cannot look has to know of a codebase: the same text for the same files, request and
 * budget. Credentials are redacted, files that hold them are left out.
 *
 * @param root the folder, absolute; it need not be a repository
 */
export async function repositoryContext(root: string, options: ContextOptions): Promise<RepositoryContext> {
  const listing = await listFiles(root);
  const snapshot = new ContextSnapshot(root, listing, options.tokenBudget);
  if (options.tokenBudget >= LEAST_BUDGET && listing.paths.length > 0) await snapshot.take(options.request);
  return snapshot.result();
}
