import type { Environment } from './place.js';

/** By what a store knows who asks. They are shown to nobody. */
export interface Credentials {
  readonly id: string;
  readonly secret: string;
  /** For credentials that are lent for a while. */
  readonly token?: string;
}

/** Nobody says by what the store is to know this program. */
export class NoCredentials extends Error {}

/**
 * Finds credentials as other programs do: in the environment, else in the file that is shared by all of them.
 *
 * @param env variables of the process
 * @param home absolute path of the user's folder
 * @param read gives the text of a file, empty where there is none
 * @returns nothing where nobody says them
 */
export function credentialsFrom(
  env: Environment,
  home: string,
  read: (path: string) => string,
): Credentials | undefined {
  const given = credentialsOf(env.AWS_ACCESS_KEY_ID, env.AWS_SECRET_ACCESS_KEY, env.AWS_SESSION_TOKEN);
  if (given) return given;
  const file = env.AWS_SHARED_CREDENTIALS_FILE || `${home}/.aws/credentials`;
  return credentialsIn(read(file), env.AWS_PROFILE || env.AWS_DEFAULT_PROFILE || 'default');
}

/** Reads one profile of the shared file, which is of the form `[profile]`, then `key = value`. */
function credentialsIn(text: string, profile: string): Credentials | undefined {
  const values = new Map<string, string>();
  let isWanted = false;
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*\[\s*(?:profile\s+)?(.+?)\s*\]/.exec(line)?.[1];
    if (heading !== undefined) isWanted = heading === profile;
    const [, name, value] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (isWanted && name && value) values.set(name.toLowerCase(), value);
  }
  const [id, secret] = [values.get('aws_access_key_id'), values.get('aws_secret_access_key')];
  return credentialsOf(id, secret, values.get('aws_session_token'));
}

/** Whoever pastes them may paste a line end along. What no header can hold is none. */
function credentialsOf(...[id = '', secret = '', token = '']: readonly (string | undefined)[]) {
  const credentials = { id: id.trim(), secret: secret.trim(), ...(token.trim() && { token: token.trim() }) };
  const isWhole = credentials.id !== '' && credentials.secret !== '';
  return isWhole && /^[!-~]*$/.test(Object.values(credentials).join('')) ? credentials : undefined;
}
