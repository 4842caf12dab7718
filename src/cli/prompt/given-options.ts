import { UsageError } from '../usage-error.js';

interface AboutOptions {
  readonly description: string | undefined;
  readonly category: string | undefined;
  readonly tag: readonly string[];
  readonly kind: string | undefined;
  readonly type: string | undefined;
}

/** What a command line says a prompt shall be kept as; an empty text takes a value away. */
export function givenAbout({ description, category, tag, kind, type }: AboutOptions) {
  return {
    description: orNothing(description),
    category: orNothing(category),
    tags: tag.length === 0 ? undefined : tag.filter((word) => word !== ''),
    kind: orNothing(kind),
    featureType: orNothing(type),
  };
}

function orNothing(text: string | undefined): string | null | undefined {
  return text === '' ? null : text;
}

/**
 * Which prompts `--global` and `--all` mean.
 * @throws UsageError when both are given
 */
export function givenRange({ global, all }: { readonly global: boolean; readonly all: boolean }) {
  if (global && all) {
    throw new UsageError('--global and --all are two different sets of prompts.', {
      hint: 'Keep one of them.',
    });
  }
  return all ? 'all' : global ? 'global' : 'here';
}

/**
 * Where `--to-project` or `--global` sends a prompt; undefined when neither is given.
 * @throws UsageError when both are given
 */
export function givenDestination(options: {
  readonly 'to-project': string | undefined;
  readonly global: boolean;
}) {
  const { 'to-project': project, global } = options;
  if (project !== undefined && global) {
    throw new UsageError('--to-project and --global name two places.', { hint: 'Keep one of them.' });
  }
  if (project !== undefined) return { project };
  return global ? ({ global: true } as const) : undefined;
}
