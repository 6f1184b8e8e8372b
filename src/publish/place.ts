import { isRegion, regionWords } from '../config/region.js';
import { type Problem, problem } from '../problems.js';

/** Where documents are brought, as a config has it. */
export interface Wanted {
  readonly bucket: string;
  /** Address of the store. */
  readonly endpoint?: string;
  readonly region?: string;
  /** Folder in the bucket, empty or ending in `/`. */
  readonly prefix: string;
  /** Whether the bucket stands in the path of addresses, or in the name of the host. */
  readonly pathStyle?: boolean;
}

/** Where documents are brought, with all that is needed to ask for them there. */
export interface Place {
  /** Address of the bucket, ending in `/`. */
  readonly address: string;
  readonly region: string;
  readonly prefix: string;
  /** For people. */
  readonly shown: string;
}

/** Variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the place in which documents are brought: what the config leaves out, the environment says, as it does to other
 * programs; and where that is silent, it is AWS.
 */
export function placeOf(wanted: Wanted, env: Environment): Place {
  const { bucket, prefix } = wanted;
  const given = wanted.endpoint || saidBy(env, endpointNames);
  const named = wanted.region || saidBy(env, regionNames);
  const region = named ?? (given === undefined ? usual : regionOf(given));
  const base = new URL(given ?? `https://s3.${region}.amazonaws.com/`);
  // A password in an address is nothing that a store asks for.
  base.username = base.password = base.search = base.hash = '';
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  // The certificate of AWS is for one step below its name; others have no names for buckets, or not always.
  if (wanted.pathStyle ?? (given !== undefined || bucket.includes('.'))) base.pathname += `${bucket}/`;
  else base.hostname = `${bucket}.${base.hostname}`;
  return { address: base.href, region, prefix, shown: `s3://${bucket}/${prefix}`.replace(/\/$/, '') };
}

/** What the environment says of a place, where the config does not, and is of no use: that of the config was looked at before. */
export function faultsOf({ endpoint, region }: Wanted, env: Environment): Problem[] {
  const fault = (names: readonly string[], isUsable: (value: string) => boolean, expected: string) => {
    const key = names.find((name) => env[name]);
    if (key === undefined || isUsable(env[key] ?? '')) return [];
    // What stands there may be a secret in the wrong place.
    return [problem('config-value', {}, { key, value: 'of the environment', expected })];
  };
  return [
    ...(endpoint ? [] : fault(endpointNames, isAddress, 'an address that begins with http:// or https://')),
    ...(region ? [] : fault(regionNames, isRegion, regionWords)),
  ];
}

const endpointNames = ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL'] as const;
const regionNames = ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const;

function saidBy(env: Environment, names: readonly string[]): string | undefined {
  return names.map((name) => env[name]).find(Boolean);
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** The address of an object. */
export function addressOf({ address, prefix }: Place, name: string): string {
  return address + escaped(prefix + name);
}

const usual = 'us-east-1';

/** The region of a store that has it in its name, as `s3.us-west-004.backblazeb2.com`. */
function regionOf(endpoint: string): string {
  const { hostname } = new URL(endpoint);
  if (hostname.endsWith('.r2.cloudflarestorage.com')) return 'auto';
  return /^s3\.([a-z][a-z0-9-]+)\.[^.]+\.[^.]+$/.exec(hostname)?.[1] ?? usual;
}

/** As signatures want it: all but letters, digits and `-._~`, and the steps of a path, is escaped. */
function escaped(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
