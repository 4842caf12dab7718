/** The public library: opening an app, the operations, the session engine and the section reader. */
export { type App, type AppOptions, openApp } from './app.js';
export { type ErrorKind, PromptRunnerError, type Remedy } from './base/errors.js';
export * from './engine/session/index.js';
export * from './operations/index.js';
export * from './sections/index.js';
export type * from './sections/notes/index.js';
export { readNotes } from './sections/notes/index.js';
export type * from './sections/report/index.js';
export { readImplementationReport } from './sections/report/index.js';
