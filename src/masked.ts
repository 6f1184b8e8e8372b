/**
 * A text without what it holds of passwords and tokens: those in addresses, and those that a name says to be secret.
 * Everything that is told to people goes through here.
 *
 * @param text what is to be told
 */
export function masked(text: string): string {
  if (!mayHold.test(text)) return text;
  return text.replace(credentials, '$1***@').replace(assigned, '$1***');
}

/**
 * Whether a name, as a key of a config, says that its value is not for everybody.
 *
 * @param name as `hub.token`, in any spelling
 */
export function isSecretName(name: string): boolean {
  return secretName.test(name.replace(/[_-]/g, ''));
}

/** One look is enough for nearly every text. */
const mayHold = /\/.*@|=/s;

/**
 * User name and password of an address. A password may hold a slash, which no address can; a slash before an `@` is part
 * of a path all the same where no colon, or the number of a port, stands before it.
 */
const credentials = /((?<=[a-z]{2}):\/+|\/\/)(?:[^\s"'/?#@]*@|[^\s"'/:@]*:(?!\d*[/?#])[^\s"']*@)+/g;

const words =
  'token|secret|passw(?:or)?d|passphrase|credentials?|signature|api[_-]?key|access[_-]?key|private[_-]?key';

/** `token=…` in an address, on a command line or in an environment. */
const assigned = new RegExp(`((?:${words})\\w*=)[^\\s"'&]+`, 'gi');

const secretName = new RegExp(`${words.replaceAll('[_-]?', '')}|auth(?:orization)?$|keys?$`, 'i');
