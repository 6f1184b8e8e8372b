/** What the errors of stores mean, by the names that they have in S3. */
const meanings: Readonly<Record<string, string>> = {
  AccessDenied: 'these credentials have no right to do that',
  AllAccessDisabled: 'the account is shut',
  AuthorizationHeaderMalformed: 'the region is another one',
  ExpiredToken: 'the session token has expired',
  InvalidAccessKeyId: 'it does not know the access key',
  InvalidToken: 'it does not know the session token',
  NoSuchBucket: 'there is no such bucket',
  PermanentRedirect: 'the bucket is in another region, or at another endpoint',
  QuotaExceeded: 'the quota is used up',
  RequestTimeTooSkewed: 'the clock of this machine is wrong',
  SignatureDoesNotMatch: 'the secret access key is not the one that goes with the access key',
};

/** An error of a store, by its name in S3; empty where it gives none. */
export function codeIn(body: string): string {
  return /<Code>([\w.]{1,60})<\/Code>/.exec(body)?.[1] ?? '';
}

/**
 * Says in plain words what a store answered.
 *
 * @param status as in HTTP
 * @param code the name of the error in S3, where it gave one
 */
export function refusalOf(status: number, code: string): string {
  const meaning = meanings[code];
  return ['it answered ', status, code && ` ${code}`, meaning && `, ${meaning}`].filter(Boolean).join('');
}
