import { sessions } from './0001-sessions.js';
import { revisionsAndParts } from './0002-revisions-and-parts.js';
import type { Migration } from './migration.js';

/** Every migration, oldest first; a migration's number is its place in this list, from 1. */
export const migrations: readonly Migration[] = [sessions, revisionsAndParts];
