import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import type { ProtectedLabelsOutput } from './outputs.js';

/** The labels that only admins move, and that keep a prompt from being deleted, renamed or moved by others. */
export const listProtectedLabels = guarded(
  needs.listProtectedLabels,
  z.object({}),
  async (deps: Deps): Promise<ProtectedLabelsOutput> => ({
    labels: await libraryOf(deps).protectedLabels.list(),
    changed: false,
  }),
);
