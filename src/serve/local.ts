/** What tells by whom a request comes. */
export interface Origins {
  readonly httpVersion: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * Whether a request comes from a browser on this machine, and not by way of a proxy, which may be there for the whole
 * world: only such a browser is shown the names of files. A page of somebody else's that is made to lead here has another
 * name in `Host`.
 */
export function isLocal({ httpVersion, headers }: Origins): boolean {
  const { host } = headers;
  if (httpVersion !== '1.1' || typeof host !== 'string' || !isLoopback(hostIn(host))) return false;
  return !Object.keys(headers).some((name) =>
    /^(?:forwarded|via|x-forwarded-.*|x-real-ip|.*-client-ip|.*-connecting-ip|cf-.*|cdn-loop)$/.test(name),
  );
}

/** Whether a host is this machine and no other. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true;
  return /^127(?:\.\d{1,3}){3}$/.test(name);
}

function hostIn(field: string): string {
  return field.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
}
