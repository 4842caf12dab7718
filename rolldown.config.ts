import type { BuildOptions, RolldownOptions } from 'rolldown';
import { executable } from './scripts/executable.js';
import { noCircles } from './scripts/no-circles.js';
import { templatesOnDemand } from './scripts/templates-on-demand.js';
import { thirdPartyNotices } from './scripts/third-party-notices.js';
import { vendorPackages, vendorsApart } from './scripts/vendors-apart.js';

const common = {
  platform: 'node',
  external: ['@photostructure/sqlite', '@dbos-inc/dbos-sdk'],
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  treeshake: { moduleSideEffects: false },
  logLevel: 'warn',
  plugins: [vendorsApart(), thirdPartyNotices()],
} as const satisfies RolldownOptions;

/** Sources by their path without ending, as the groups below name them. */
const sources = (...paths: readonly string[]) => new RegExp(`/src/(?:${paths.join('|')})\\.ts$`);

const either = (...patterns: readonly RegExp[]) =>
  new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'));

/**
 * The command line and the library are bundled apart: the entry of the command line runs when it is
 * imported, so that the library must not share a chunk with it.
 *
 * The command line is CommonJS and a few larger chunks, because both load quicker: see
 * docs/decisions/0004-bundle.md. The groups stand in the order of their layers, and none may import a later
 * one: in a circle of CommonJS modules, names are missing.
 */
const bundles: BuildOptions[] = [
  {
    ...common,
    input: { bin: 'src/bin.ts' },
    plugins: [...common.plugins, noCircles(), executable('bin.cjs')],
    preserveEntrySignatures: false,
    output: {
      dir: 'dist',
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: 'chunks/[name]-[hash].cjs',
      minify: true,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          {
            name: 'command',
            test: either(
              /\/node_modules\/fast-(?:string-(?:truncated-)?width|wrap-ansi)\//,
              sources(
                'base/(?:errors|package-root|text/(?:closest-name|snake-case|group-thousands|terminal-text))',
                'cli/(?:run-command-line|parse-arguments|parse-time|common-options|command|command-context)',
                'cli/(?:groups|page-options|usage-error|interrupted-error|group-help|exit-code)',
                'cli/render/(?:style|warning|wrap|write-above)',
                'engine/session/phase',
              ),
            ),
          },
          {
            name: 'ground',
            test: sources(
              'base/(?:checksum|clock|ids|on-abort|system-user|files/(?:repository-root|folder-and-above|create-privately|make-folders))',
              'base/text/(?:secrets|stored-text|without-password|shell-word|format-dollars|format-minute|yaml-excess|is-address)',
              'config/(?!edit-)[^/]*',
              'store/(?:errors|id-prefix|dialects/(?:sqlite-connection|sqlite-fault|newest-backup|require-contents|row-packer|wait-for-lock))',
              'operations/same-place',
            ),
          },
          {
            name: 'store',
            test: either(
              /\/node_modules\/kysely\//,
              sources(
                // What lists and sessions do not need comes by itself when it is asked for.
                `store/(?!${[
                  '(?:migrations|archive|check|row-security)/',
                  'batch-(?:store|journal-store|row|claims|release)|worker-store|workflow-(?:store|row)|run-store|experiment-(?:store|row)|assignment-store|session-facts-store',
                  'optimization-(?:store|journal-store|row)',
                  'dialects/(?:(?:open-)?postgres|(?:.*-)?upkeep|sqlite-design|sqlite-filling|stored-rows|packed-columns)',
                  'schema-upgrade|require-own-file|row-measures|json-columns|table-design|name-index|prompt-index-all|quick-check',
                  'newest-first',
                  'put-sessions|whole-sessions|session-(?:attempts|outlines|batches)|execution-batches',
                  'execution-(?:search\\.|stats|pruning)|redact-|redaction-reach|.*-redaction|secret-removal',
                ].join('|')}).*`,
                'engine/session/(?:step|session-state|session-conflict|errors|transition|session|prompt-template|part)',
                'base/grouped',
                'engine/(?:execution|run|batch|workflow)/errors',
                'engine/optimize/optimization-busy-error',
                'engine/execution/(?:dollars|execution-place|call-limiter)',
                'engine/batch/item-end',
                'models/spec/model-name',
                'formats/prompt-document',
                'prompts/(?:errors|label|library-name|prompt-(?:kind|name|reference|content)|in-order|audit-entry)',
                'prompts/(?:search-text|search-query|find-terms|snippet|named-messages|sound-content)',
              ),
            ),
          },
          {
            name: 'operation',
            test: either(
              /\/node_modules\/zod\/(?!.*\/locales\/)/,
              sources(
                'operations/(?:operation|errors|session/find-session|paging/.*)',
                'operations/(?:access/.*|project/readable-projects|session/total-of)',
                'operations/project/(?:find-project|current-project|named-project)',
                'cli/render/(?:truncate|more-pages|table|time|column-widths|status-colour|next-line)',
              ),
            ),
          },
        ],
      },
    },
  },
  {
    ...common,
    input: {
      index: 'src/index.ts',
      sections: 'src/sections/index.ts',
      templates: 'src/templates/on-demand.ts',
      'templates-engine': 'src/templates/index.ts',
    },
    plugins: [...common.plugins, templatesOnDemand()],
    output: {
      dir: 'dist/library',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  },
  {
    ...common,
    input: vendorPackages,
    plugins: [thirdPartyNotices()],
    output: {
      dir: 'dist/vendor',
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: 'chunks/[name]-[hash].cjs',
      minify: true,
    },
  },
];

export default bundles;
