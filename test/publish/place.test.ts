import { describe, expect, it } from 'vitest';
import { addressOf, faultsOf, placeOf } from '../../src/publish/place.js';

const wanted = { bucket: 'news', prefix: '' };

describe('the place to which documents are brought', () => {
  it('is AWS where nobody says otherwise', () => {
    expect(placeOf(wanted, {})).toEqual({
      address: 'https://news.s3.us-east-1.amazonaws.com/',
      region: 'us-east-1',
      prefix: '',
      shown: 's3://news',
    });
    const { address } = placeOf({ ...wanted, bucket: 'example.org' }, { AWS_REGION: 'eu-west-1' });
    expect(address).toBe('https://s3.eu-west-1.amazonaws.com/example.org/');
  });

  it('is what the config says, else what the environment says', () => {
    const env = { AWS_ENDPOINT_URL: 'https://one.example/', AWS_DEFAULT_REGION: 'there' };
    expect(placeOf(wanted, env)).toMatchObject({ address: 'https://one.example/news/', region: 'there' });
    const s3 = { ...env, AWS_ENDPOINT_URL_S3: 'https://two.example/s3' };
    expect(placeOf(wanted, s3).address).toBe('https://two.example/s3/news/');
    const given = { ...wanted, endpoint: 'https://three.example', region: 'here', prefix: 'a/' };
    expect(placeOf(given, s3)).toEqual({
      address: 'https://three.example/news/',
      region: 'here',
      prefix: 'a/',
      shown: 's3://news/a',
    });
    expect(placeOf({ ...given, pathStyle: false }, {}).address).toBe('https://news.three.example/');
  });

  it.each([
    ['https://0123abcd.r2.cloudflarestorage.com', 'auto'],
    ['https://s3.us-west-004.backblazeb2.com', 'us-west-004'],
    ['https://fra1.digitaloceanspaces.com', 'us-east-1'],
    ['http://127.0.0.1:7480', 'us-east-1'],
  ])('is in the region that %s has in its name, if it has one', (endpoint, region) => {
    expect(placeOf({ ...wanted, endpoint }, {}).region).toBe(region);
  });

  it('has no password in its address', () => {
    const env = { AWS_ENDPOINT_URL: 'https://ana:hunter2@one.example/?hunter2#hunter2' };
    expect(JSON.stringify(placeOf(wanted, env))).not.toContain('hunter2');
  });

  it.each([
    [{ AWS_ENDPOINT_URL_S3: 'hunter2', AWS_ENDPOINT_URL: 'https://one.example/' }, 'AWS_ENDPOINT_URL_S3'],
    [{ AWS_ENDPOINT_URL: 'localhost:7480' }, 'AWS_ENDPOINT_URL'],
    [{ AWS_REGION: 'hunter2/eu west' }, 'AWS_REGION'],
    [{ AWS_DEFAULT_REGION: 'eu-west-1\n' }, 'AWS_DEFAULT_REGION'],
  ])('is not where the environment leads nowhere: %o', (env, name) => {
    const told = faultsOf(wanted, env).map(({ message }) => message);
    expect(told).toEqual([expect.stringContaining(`Cannot use ${name} of the environment: expected`)]);
    expect(told.join()).not.toContain('hunter2');
    // What the config says is what counts.
    expect(faultsOf({ ...wanted, endpoint: 'https://one.example', region: 'here' }, env)).toEqual([]);
  });

  it('has an address for every name', () => {
    const place = placeOf({ ...wanted, endpoint: 'https://one.example', prefix: 'ä b/' }, {});
    expect(addressOf(place, "tags/c++ & 'c%'/*.xml")).toBe(
      'https://one.example/news/%C3%A4%20b/tags/c%2B%2B%20%26%20%27c%25%27/%2A.xml',
    );
  });
});
