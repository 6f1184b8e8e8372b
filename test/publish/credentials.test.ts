import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { credentialsFrom } from '../../src/publish/credentials.js';

const file = `# mine
[default]
aws_access_key_id = one
aws_secret_access_key = a=b/c+d

[profile lent]
aws_access_key_id=two
aws_secret_access_key=secret
aws_session_token=token==

[half]
aws_access_key_id = three
`;

function from(env: Readonly<Record<string, string>>, text = file) {
  return credentialsFrom(env, '/home/ana', (path) => (path === '/home/ana/.aws/credentials' ? text : ''));
}

describe('credentials', () => {
  it('come from the environment', () => {
    const env = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
    expect(from(env)).toEqual({ id: 'id', secret: 'secret' });
    expect(from({ ...env, AWS_SESSION_TOKEN: 'token' })).toEqual({
      id: 'id',
      secret: 'secret',
      token: 'token',
    });
  });

  it('are taken without what was pasted along, and not at all where no header can hold them', () => {
    const env = { AWS_ACCESS_KEY_ID: ' id\n', AWS_SECRET_ACCESS_KEY: 'secret\r\n', AWS_SESSION_TOKEN: '\n' };
    expect(from(env)).toEqual({ id: 'id', secret: 'secret' });
    expect(from({ ...env, AWS_SECRET_ACCESS_KEY: 'sécret' }, '')).toBeUndefined();
    expect(from({ ...env, AWS_ACCESS_KEY_ID: 'i\nd' }, '')).toBeUndefined();
  });

  it('come from the shared file, by profile', () => {
    expect(from({})).toEqual({ id: 'one', secret: 'a=b/c+d' });
    expect(from({}, file.replaceAll('\\n', '\\r\\n'))).toEqual({ id: 'one', secret: 'a=b/c+d' });
    expect(from({ AWS_PROFILE: 'lent' })).toEqual({ id: 'two', secret: 'secret', token: 'token==' });
    expect(from({ AWS_ACCESS_KEY_ID: 'id' })).toEqual({ id: 'one', secret: 'a=b/c+d' });
  });

  it.each(['secretAccessKey', 'accessKeyId', 'AWS_SESSION_TOKEN', 'password'])(
    'never stand in a config: %s',
    (key) => {
      const { faults } = checkConfig({ publish: { bucket: 'news', [key]: 'hunter2' } });
      expect(faults.map(({ message }) => message)).toEqual([
        `Cannot use config key "publish.${key}": it does not exist; credentials come from the environment alone`,
      ]);
    },
  );

  it('are missing where they are not whole', () => {
    expect(from({ AWS_PROFILE: 'half' })).toBeUndefined();
    expect(from({ AWS_PROFILE: 'none' })).toBeUndefined();
    expect(from({ AWS_SHARED_CREDENTIALS_FILE: '/elsewhere' })).toBeUndefined();
    expect(from({}, '')).toBeUndefined();
  });
});
