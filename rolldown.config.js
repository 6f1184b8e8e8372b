import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

/*
 * The program in few files, each loaded by whoever needs it: that is most of the time that a start takes.
 */

/** Modules that stand for those that commander asks for, by their names. */
const replacements = {
  'node:child_process': 'export {}',
  'node:fs': 'export {}',
  'node:process': 'module.exports = globalThis.process',
  'node:events': "export { EventEmitter } from 'node:events'",
  'node:path': "export * from 'node:path'",
};

const { dependencies, version } = JSON.parse(readFileSync('package.json', 'utf8'));

export default defineConfig({
  input: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    worker: 'src/worker.ts',
    thread: 'src/serve/thread.ts',
  },
  platform: 'node',
  transform: { define: { feedmillVersion: JSON.stringify(version) } },
  external: Object.keys(dependencies),
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: '[name].js',
    minify: true,
    comments: { jsdoc: false, annotation: false },
    codeSplitting: {
      groups: [
        // What several files share, in as few as there are steps: help and the version, then the config, then articles.
        {
          name: 'common',
          tags: ['$initial'],
          test: /src[\\/](?:commands|config|problems)/,
          minShareCount: 2,
        },
        { name: 'disk', test: /src[\\/]disk[\\/]/, minShareCount: 2 },
        { name: 'config', test: /src[\\/]config[\\/]/, minShareCount: 2 },
        // What is asked of articles that are not read: most runs find that hardly one has changed.
        {
          name: 'known',
          test: /src[\\/](?:stock[\\/](?:fields|kept|leaf)|article[\\/](?:bounds|formats|dates[\\/](?:zone|civil))|characters|entry|ledger[\\/](?!fingerprint)|render[\\/](?:formats|text))/,
          minShareCount: 2,
        },
        { name: 'article', test: /src[\\/]article[\\/]|node_modules/, minShareCount: 2 },
      ],
    },
  },
  plugins: [
    { name: 'papers', generateBundle },
    { name: 'no-more-than-asked', resolveId, load: (id) => replacements[id.replace('\0', '')] },
  ],
});

/** Puts beside the program what must go with it: the JSON Schema, the pages about problems, and the licences of the packages that are in it. */
function generateBundle(_options, bundle) {
  this.emitFile({
    type: 'asset',
    fileName: 'schema.json',
    source: readFileSync('src/config/schema.json', 'utf8'),
  });
  this.emitFile({ type: 'asset', fileName: 'problems.json', source: JSON.stringify(problemPages()) });
  const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const folders = new Set(
    modules.flatMap((id) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []),
  );
  const source = [
    '# Third-party notices\n\nFeedmill holds these packages, whole or in part.\n',
    ...[...folders].map(notice).sort(),
  ].join('\n');
  this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.md', source });
}

/** The pages about problems, by their codes. */
function problemPages() {
  const names = readdirSync('docs/problems').filter((name) => name !== 'README.md');
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.md$/, ''), readFileSync(`docs/problems/${name}`, 'utf8')]),
  );
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const paper = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  // Some packages leave it in their repository.
  const place = paper === undefined ? `licences/${name}.txt` : `${folder}/${paper}`;
  const text = readFileSync(place, 'utf8').trim().replaceAll('\r\n', '\n');
  return `## ${name} ${version} (${license})\n\n\`\`\`\n${text}\n\`\`\`\n`;
}

/**
 * commander can start commands as programs of their own, which nothing here asks for; to ask for the process as a module
 * opens all its streams; and to ask for any module in the old way takes a loader of its own. All that is a fifth of a start.
 */
function resolveId(source, importer = '') {
  return /[\\/]commander[\\/]/.test(importer) && source in replacements ? `\0${source}` : undefined;
}
