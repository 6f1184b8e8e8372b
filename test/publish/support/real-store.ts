import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, type TestContext } from 'vitest';
import { skipWhere } from '../../support/skip-where.js';
import { Bucket } from './bucket.js';
import { type Ceph, hasCeph, type Keys, startCeph } from './ceph.js';

/** Starts a real store for the tests of a file; they are skipped where there is none. Each has a bucket of its own. */
export function realStore() {
  let ceph: Ceph | undefined;
  beforeAll(async () => {
    if (hasCeph()) ceph = await startCeph();
  }, 180_000);
  afterAll(() => ceph?.stop());
  return async (skip: TestContext['skip']) => {
    skipWhere(
      skip,
      ceph === undefined,
      'there is no Ceph here: on Debian, apt-get install radosgw ceph-mon ceph-osd ceph-common',
    );
    if (ceph === undefined) throw new Error('unreachable: the test was skipped');
    const bucket = await new Bucket(ceph.endpoint, `b-${randomUUID()}`, ceph.keys).make();
    return {
      bucket,
      endpoint: ceph.endpoint,
      keys: ceph.keys,
      stranger: ceph.stranger,
      env: environmentOf(ceph.keys),
    };
  };
}

/** Variables by which a program knows credentials, and none that this machine may have. */
export function environmentOf({ id, secret }: Keys) {
  return { ...noEnvironment, AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret };
}

/** Variables without credentials. */
export const noEnvironment: Readonly<Record<string, string | undefined>> = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_PROFILE: undefined,
  AWS_DEFAULT_PROFILE: undefined,
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
  AWS_REGION: undefined,
  AWS_DEFAULT_REGION: undefined,
  AWS_ENDPOINT_URL: undefined,
  AWS_ENDPOINT_URL_S3: undefined,
};
