import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = new URL('../', import.meta.url);
const lock: { readonly packages: Readonly<Record<string, Package>> } = JSON.parse(read('package-lock.json'));
const manifest: Package & { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  read('package.json'),
);
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

function read(name: string): string {
  return readFileSync(new URL(name, root), 'utf8');
}

describe('the packages that are installed', () => {
  it('are each pinned by a checksum that cannot be forged', () => {
    expect(installed.length).toBeGreaterThan(20);
    expect(
      installed.filter(([, { integrity = '' }]) => !/^sha512-/.test(integrity)).map(([path]) => path),
    ).toEqual([]);
  });

  it('come from the registry, not from repositories or addresses', () => {
    const elsewhere = ({ resolved, version = '' }: Package) =>
      (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) ||
      !/^\d+\.\d+\.\d+/.test(version);
    expect(installed.filter(([, one]) => elsewhere(one)).map(([path]) => path)).toEqual([]);
    const wanted = [manifest, ...Object.values(lock.packages)].flatMap((one) =>
      [one.dependencies, one.devDependencies, one.optionalDependencies].flatMap((list) =>
        Object.entries(list ?? {}),
      ),
    );
    expect(wanted.filter(([, range]) => /[:/]/.test(range) && !/^npm:/.test(range))).toEqual([]);
  });

  it('run nothing when a user installs them', () => {
    const running = installed.filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev);
    expect(running.map(([path]) => path)).toEqual([]);
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$|^postprepare$/.test(name)),
    ).toEqual([]);
  });
});

describe('the workflows', () => {
  interface Workflow {
    readonly on: object;
    readonly permissions: object;
    readonly jobs: Readonly<
      Record<
        string,
        { readonly permissions?: object; readonly steps: readonly { uses?: string; run?: string }[] }
      >
    >;
  }
  const workflows = readdirSync(new URL('.github/workflows', root)).map((name) => ({
    ...(load(read(`.github/workflows/${name}`)) as Workflow),
    name,
  }));

  it('may read alone, but for the one that publishes, which proves who it is', () => {
    expect(workflows.map(({ name }) => name)).toEqual(['release.yml', 'test.yml']);
    for (const { permissions } of workflows) expect(permissions).toEqual({ contents: 'read' });
    const more = workflows.flatMap(({ name, jobs }) =>
      Object.values(jobs).flatMap(({ permissions }) => (permissions ? [[name, permissions]] : [])),
    );
    expect(more).toEqual([['release.yml', { contents: 'read', 'id-token': 'write' }]]);
  });

  it('use the actions of GitHub itself, and run what the README tells', () => {
    const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap(({ steps }) => steps));
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
    const commands = steps.flatMap(({ run }) => run ?? []);
    expect(read('README.md')).toContain('npm ci && npm test');
    expect(commands).toEqual(
      expect.arrayContaining(['npm ci', 'npm test', 'npm publish --provenance --access public']),
    );
  });
});
