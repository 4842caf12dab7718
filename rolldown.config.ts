import { defineConfig } from 'rolldown';

/** One bundle with a chunk a command: a command loads its own code and nothing else. */
export default defineConfig({
  input: {
    bin: 'src/bin.ts',
    index: 'src/index.ts',
    sections: 'src/sections/index.ts',
    templates: 'src/templates/index.ts',
  },
  platform: 'node',
  external: ['@photostructure/sqlite'],
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  treeshake: { moduleSideEffects: false },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify: true,
    cleanDir: true,
    // Few larger chunks load quicker than many small ones; what every command needs goes together.
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          name: 'start',
          priority: 3,
          test: /src\/(bin|cli\/(main|root-help|groups|exit-code|streams|streams\/(process-streams|wants-colour|write-fully))|base\/package-root)\.ts$/,
        },
        {
          name: 'store',
          priority: 2,
          test: /node_modules\/kysely|src\/(app|store\/(?!migrations|schema-upgrade).*|config\/.*|engine\/session\/(step|session-state|errors|transition|session))\.ts$/,
        },
        {
          name: 'operation',
          priority: 2,
          test: /node_modules\/(zod|fast-string)|src\/(operations\/(operation|errors|.*\/find-.*|.*\/current-project)|cli\/render\/(truncate|table|time|number|column-widths|status-colour)|base\/text\/(secrets|stored-text))\.ts$/,
        },
        {
          name: 'command',
          priority: 1,
          test: /src\/(base\/(errors|text\/(closest-name|snake-case|group-thousands|terminal-text))|cli\/(run-command-line|parse-arguments|parse-time|common-options|command|command-context|usage-error|group-help)|cli\/render\/style)\.ts$/,
        },
      ],
    },
  },
});
