import { sessions } from './0001-sessions.js';
import { revisionsAndParts } from './0002-revisions-and-parts.js';
import { promptLibrary } from './0003-prompt-library.js';
import { promptSearch } from './0004-prompt-search.js';
import { executions } from './0005-executions.js';
import { members } from './0006-members.js';
import { team } from './0007-team.js';
import { workflowsAndBatches } from './0008-workflows-and-batches.js';
import { experiments } from './0009-experiments.js';
import { optimizations } from './0010-optimizations.js';
import { searchPlaces } from './0011-search-places.js';
import type { Migration } from './migration.js';

/** Every migration, oldest first; a migration's number is its place in this list, from 1. */
export const migrations: readonly Migration[] = [
  sessions,
  revisionsAndParts,
  promptLibrary,
  promptSearch,
  executions,
  members,
  team,
  workflowsAndBatches,
  experiments,
  optimizations,
  searchPlaces,
];
