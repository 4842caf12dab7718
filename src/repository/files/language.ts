import { extname } from 'node:path';

/** Languages by the endings of their files. */
const ENDINGS: Readonly<Record<string, string>> = {
  C: '.c .h',
  'C#': '.cs .csx',
  'C++': '.cc .cpp .cxx .hh .hpp .hxx',
  CSS: '.css .less .sass .scss',
  Clojure: '.clj .cljc .cljs',
  Dart: '.dart',
  Elixir: '.ex .exs',
  Erlang: '.erl .hrl',
  'F#': '.fs .fsx',
  Go: '.go',
  GraphQL: '.gql .graphql',
  Groovy: '.gradle .groovy',
  HTML: '.htm .html',
  Haskell: '.hs',
  Java: '.java',
  JavaScript: '.cjs .js .jsx .mjs',
  JSON: '.json .json5 .jsonc',
  Julia: '.jl',
  Kotlin: '.kt .kts',
  Lua: '.lua',
  Markdown: '.markdown .md .mdx',
  'Objective-C': '.m .mm',
  OCaml: '.ml .mli',
  PHP: '.php',
  Perl: '.pl .pm',
  'Protocol Buffers': '.proto',
  Python: '.py .pyi',
  R: '.r',
  Ruby: '.rake .rb',
  Rust: '.rs',
  SQL: '.sql',
  Scala: '.sbt .scala',
  Shell: '.bash .ps1 .sh .zsh',
  Solidity: '.sol',
  Svelte: '.svelte',
  Swift: '.swift',
  TOML: '.toml',
  Terraform: '.hcl .tf',
  Text: '.rst .txt',
  TypeScript: '.cts .mts .ts .tsx',
  Vue: '.vue',
  XML: '.xml .xsd .xsl',
  YAML: '.yaml .yml',
  Zig: '.zig',
};

const LANGUAGES = new Map(
  Object.entries(ENDINGS).flatMap(([language, endings]) =>
    endings.split(' ').map((ending) => [ending, language]),
  ),
);

/** The language that a file's name tells, or null. */
export function languageOf(path: string): string | null {
  return LANGUAGES.get(extname(path).toLowerCase()) ?? null;
}
