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
    minify: false,
    cleanDir: true,
  },
});
