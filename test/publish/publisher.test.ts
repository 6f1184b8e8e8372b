import { describe, expect, it, vi } from 'vitest';
import { type Manners, MemoryStore, silent } from './support/memory-store.js';
import { One } from './support/one.js';

const site = {
  'feed.css': 'a {}',
  'articles/storm/index.html': 'Storm',
  'rss.xml': 'Storm',
  'index.html': 'Storm',
};

function registerIn(store: MemoryStore) {
  return JSON.parse(store.objects.get('.feedmill.json')?.body ?? '{}');
}

describe('a publisher', () => {
  it('brings the documents in their order, and tells in the store what is there', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    await one.publisher.bring(1000);
    expect(store.texts).toEqual(site);
    const puts = store.asked.filter((line) => line.startsWith('PUT')).map((line) => line.slice(4));
    expect(puts.filter((name) => name !== '.feedmill.json')).toEqual(Object.keys(site));
    expect(registerIn(store)).toMatchObject({ feedmill: 1, at: 1000, generation: 2, isMinding: true });
    expect(registerIn(store)).toMatchObject({ pending: [], doubtful: [] });
    expect(Object.keys(registerIn(store).documents).sort()).toEqual(Object.keys(site).sort());
    expect(one.published).toMatchObject([{ to: 's3://bucket', removed: [], unchanged: [] }]);
  });

  it('tells that it has looked where nothing changed, and sends no document', async () => {
    const store = new MemoryStore();
    await new One(store, site).publisher.bring(1000);
    store.asked.length = 0;
    await new One(store, site).publisher.bring(2000);
    expect(store.asked).toEqual(['GET .feedmill.json', 'PUT .feedmill.json']);
    expect(registerIn(store)).toMatchObject({ at: 2000, pending: [] });
    const late = new One(store, { ...site, 'rss.xml': 'Calm' });
    await late.publisher.bring(1500);
    expect(store.texts).toEqual(site);
  });

  it('does not give way for years to a state that a wrong clock has put into the future', async () => {
    const store = new MemoryStore();
    const hour = 3_600_000;
    await new One(store, site).publisher.bring(Date.now() + 24 * hour);
    const changed = { ...site, 'rss.xml': 'Calm' };
    const next = new One(store, changed);
    const now = Date.now();
    await next.publisher.bring(now);
    expect(next.problems).toEqual([]);
    expect(store.texts).toEqual(changed);
    expect(registerIn(store).at).toBe(now);
    // And one that is only a little ahead is the newer one.
    await new One(store, site).publisher.bring(now + 60_000);
    const late = new One(store, changed);
    await late.publisher.bring(now + 1);
    expect(late.problems).toMatchObject([{ code: 'published-elsewhere' }]);
    expect(store.texts).toEqual(site);
  });

  it('finds what is there where the register is gone, and sends nothing again but that', async () => {
    const store = new MemoryStore();
    await new One(store, site).publisher.bring(1000);
    store.objects.delete('.feedmill.json');
    const next = new One(store, site);
    await next.publisher.bring(2000);
    expect(next.published).toMatchObject([{ bytes: 0, unchanged: [] }]);
    expect(Object.keys(registerIn(store).documents).sort()).toEqual(Object.keys(site).sort());
  });

  it('removes nothing where the output folder is not there, and no document that cannot be read', async () => {
    const store = new MemoryStore();
    await new One(store, site).publisher.bring(1000);
    const without = new One(store, site);
    without.remove('rss.xml');
    await without.publisher.bring(2000);
    await new One(store, {}).publisher.bring(3000);
    expect(store.texts).toEqual(site);
  });

  it('keeps its hands off what is not of Feedmill, though the register says so', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    await one.publisher.bring(1000);
    store.put('rss.xml', 'mine');
    const { 'rss.xml': _, ...fewer } = site;
    await new One(store, { ...site, 'rss.xml': 'Calm' }).publisher.bring(2000);
    expect(store.texts['rss.xml']).toBe('mine');
    await new One(store, fewer).publisher.bring(3000);
    expect(store.texts['rss.xml']).toBe('mine');
  });

  it('writes nothing where its own name is taken', async () => {
    const store = new MemoryStore();
    store.put('.feedmill.json', '{"mine":true}');
    const one = new One(store, site);
    await one.publisher.bring(1000);
    expect(one.problems).toMatchObject([{ code: 'object-in-the-way' }]);
    expect(store.objects.size).toBe(1);
  });

  it('begins anew where its own register cannot be read', async () => {
    const store = new MemoryStore();
    await new One(store, site).publisher.bring(1000);
    store.put('.feedmill.json', '{"feedmill":7}', { 'x-amz-meta-feedmill': 'x' });
    const next = new One(store, { ...site, 'rss.xml': 'Calm' });
    await next.publisher.bring(2000);
    expect(next.published[0]?.bytes).toBe('Calm'.length);
    expect(store.texts['rss.xml']).toBe('Calm');
  });

  it('brings the first page that goes with the parts, though the next turn writes meanwhile', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    const next = { ...site, 'articles/calm/index.html': 'Calm', 'rss.xml': 'Calm', 'index.html': 'Calm' };
    let isFirst = true;
    store.before = ({ method }, name) => {
      if (method !== 'PUT' || name === '.feedmill.json' || !isFirst) return;
      isFirst = false;
      one.write(next);
    };
    await one.publisher.bring(1000);
    expect(store.texts).toEqual(site);
    await one.publisher.bring(2000);
    expect(store.texts).toEqual(next);
  });

  it('begins anew where a part is gone when it is to be sent', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    const { 'articles/storm/index.html': _, ...without } = site;
    let isFirst = true;
    store.before = ({ method }, name) => {
      if (method !== 'PUT' || name !== 'feed.css' || !isFirst) return;
      isFirst = false;
      one.write({ ...without, 'index.html': 'Nothing' });
      one.remove('articles/storm/index.html');
    };
    await one.publisher.bring(1000);
    expect(store.texts).toEqual({ ...without, 'index.html': 'Nothing' });
  });

  it('gives a sign of life where it takes long', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    store.before = ({ method }, name) => {
      if (method === 'PUT' && name !== '.feedmill.json') one.now += 45_000;
    };
    await one.publisher.bring(1000);
    expect(store.texts).toEqual(site);
    expect(store.asked.filter((line) => line === 'PUT .feedmill.json').length).toBeGreaterThan(3);
    expect(registerIn(store)).toMatchObject({ at: 1000, pending: [] });
  });

  it('knows that it has written what it had no answer to', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    // It was written, the answer was lost, and it was asked again.
    store.before = ({ method, body, headers }, name) => {
      if (method === 'PUT') store.put(name, Buffer.from(body ?? []).toString(), headers);
    };
    await one.publisher.bring(1000);
    store.before = () => undefined;
    await one.publisher.bring(2000);
    expect(one.problems).toEqual([]);
    expect(store.texts).toEqual(site);
  });
});

describe('a store with other manners', () => {
  it.each<[string, Manners, number]>([
    ['wants ETags in quotes', { wantsQuotes: true }, 0],
    ['takes no notice of conditions', { isHeedless: true }, 1],
    ['does not know conditions', { isStrict: true }, 1],
  ])('is used all the same where it %s', async (_, manners, told) => {
    const store = new MemoryStore(manners);
    store.put('mine.txt', 'mine');
    const one = new One(store, site);
    await one.publisher.bring(1000);
    const more = { ...site, 'rss.xml': 'Calm', 'mine.txt': 'no' };
    one.write(more);
    await one.publisher.bring(2000);
    expect(store.texts).toEqual({ ...more, 'mine.txt': 'mine' });
    expect(one.problems).toMatchObject([{ code: 'object-in-the-way' }]);
    expect(one.heedless > 0 ? 1 : 0).toBe(told);
  });
});

describe('two publishers', () => {
  const newer = { ...site, 'rss.xml': 'Calm', 'articles/calm/index.html': 'Calm' };

  it('leave the newer state as it is, whoever comes last', async () => {
    const store = new MemoryStore();
    const late = new One(store, site);
    await new One(store, newer).publisher.bring(2000);
    await late.publisher.bring(1000);
    expect(store.texts).toEqual(newer);
    expect(late.problems).toMatchObject([
      {
        code: 'published-elsewhere',
        message: 'Left "s3://bucket" as it is: another run of Feedmill has brought a newer state there',
      },
    ]);
    await late.publisher.bring(3000);
    expect(store.texts).toEqual(site);
  });

  it('make way for the newer state in the midst of things', async () => {
    const store = new MemoryStore();
    const old = new One(store, site);
    const other = new One(store, newer);
    let isFirst = true;
    store.before = async ({ method }, name) => {
      if (method !== 'PUT' || name !== 'rss.xml' || !isFirst) return;
      isFirst = false;
      await other.publisher.bring(2000);
      old.now += 10_000;
    };
    await old.publisher.bring(1000);
    expect(store.texts).toEqual(newer);
    expect(old.problems).toMatchObject([{ code: 'published-elsewhere' }]);
    expect(old.published).toEqual([]);
  });

  it('tell what they have spoiled, and whoever comes next puts it right', async () => {
    const store = new MemoryStore();
    const start = new One(store, site);
    await start.publisher.bring(500);
    const old = new One(store, { ...site, 'extra.txt': 'old', 'feed.css': 'b {}' });
    const other = new One(store, newer);
    let isFirst = true;
    // It is held up when it has looked and before it writes: no look can help then.
    store.before = async ({ method }, name) => {
      if (method !== 'PUT' || name !== 'extra.txt' || !isFirst) return;
      isFirst = false;
      await other.publisher.bring(2000);
    };
    await old.publisher.bring(1000);
    expect(registerIn(store).doubtful).toContain('extra.txt');
    expect(old.problems).toMatchObject([{ code: 'published-elsewhere' }]);
    await new One(store, newer).publisher.bring(3000);
    expect(store.texts).toEqual(newer);
    expect(registerIn(store)).toMatchObject({ pending: [], doubtful: [] });
  });

  it('wait for a newer state that is on its way, and have nothing to say where it is the same', async () => {
    const store = new MemoryStore();
    const other = new One(store, site);
    const one = new One(store, site);
    let isDown = true;
    store.before = (_, name) => {
      if (name === 'rss.xml' && isDown) silent();
    };
    await other.publisher.bring(2000);
    isDown = false;
    one.during = () => other.publisher.bring(2000);
    await one.publisher.bring(1000);
    expect(one.problems).toEqual([]);
    expect(one.published).toMatchObject([{ uploaded: [] }]);
  });
});

describe('a publisher in the background', () => {
  const turn = { documents: { written: ['rss.xml'], removed: [] } };

  it('tries again, later each time, and tells of it once', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    let isDown = true;
    store.before = () => (isDown ? silent() : undefined);
    one.during = () => {
      isDown = one.pauses.length < 8;
    };
    one.publisher.note({ at: 1000, ...turn });
    await vi.waitFor(() => expect(one.published).toHaveLength(1));
    expect(one.problems.map(({ code }) => code)).toEqual(['store-unreachable']);
    expect(one.pauses).toEqual([10, 20, 40, 80, 160, 300, 300, 300].map((seconds) => seconds * 800));
    await one.publisher.close();
  });

  it('tells of a document when all of them are there, in however many rounds it came there', async () => {
    const store = new MemoryStore();
    const one = new One(store, { ...site, 'extra.txt': 'a' });
    one.publisher.note({ at: 1000, ...turn });
    await vi.waitFor(() => expect(one.published).toHaveLength(1));
    one.write({ ...site, 'rss.xml': 'Calm', 'index.html': 'Calm' });
    let isDown = true;
    store.before = ({ method }, name) => {
      if (method === 'PUT' && name === 'index.html' && isDown) silent();
    };
    one.during = () => {
      isDown = false;
    };
    one.publisher.note({ at: 2000, ...turn });
    await vi.waitFor(() => expect(one.published).toHaveLength(2));
    expect(one.published[1]?.uploaded).toEqual(['rss.xml', 'index.html']);
    expect(one.published[1]?.removed).toEqual(['extra.txt']);
    expect(one.published[1]?.unchanged).toEqual(['articles/storm/index.html', 'feed.css']);
    await one.publisher.close();
  });

  it('brings the latest state alone, where many turns come meanwhile', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    one.publisher.note({ at: 1000, ...turn });
    for (let at = 1001; at < 1010; at++) one.publisher.note({ at, ...turn });
    one.write({ ...site, 'rss.xml': 'Calm' });
    await vi.waitFor(() => expect(store.texts['rss.xml']).toBe('Calm'));
    await vi.waitFor(() => expect(one.published.length).toBeGreaterThan(0));
    expect(one.published.length).toBeLessThan(3);
    expect(registerIn(store).at).toBe(1009);
    await one.publisher.close();
  });

  it('puts right what somebody else has spoiled, when it is told in the store, and looks at no more till then', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    one.publisher.note({ at: 1000, ...turn });
    await vi.waitFor(() => expect(one.published).toHaveLength(1));
    await vi.waitFor(() => one.wake());
    store.asked.length = 0;
    one.wake();
    await vi.waitFor(() => expect(store.asked).toEqual(['HEAD .feedmill.json']));
    const { body = '' } = store.objects.get('.feedmill.json') ?? {};
    const mark = { 'x-amz-meta-feedmill': 'old' };
    store.put('rss.xml', 'old', mark);
    store.put('.feedmill.json', body.replace('"doubtful":[]', '"doubtful":["rss.xml"]'), mark);
    await vi.waitFor(() => {
      one.wake();
      expect(store.texts['rss.xml']).toBe('Storm');
    });
    await vi.waitFor(() => expect(registerIn(store).doubtful).toEqual([]));
    await one.publisher.close();
  });

  it('takes the place of one that is gone in the midst of bringing a newer state, and of none that is slow', async () => {
    const store = new MemoryStore();
    const gone = new One(store, { ...site, 'articles/calm/index.html': 'Calm' });
    let isDown = true;
    store.before = (_, name) => {
      if (name === 'rss.xml' && isDown) silent();
    };
    await gone.publisher.bring(2000);
    isDown = false;
    const one = new One(store, site);
    one.publisher.note({ at: 1000, ...turn });
    await vi.waitFor(() => expect(one.problems).toMatchObject([{ code: 'published-elsewhere' }]));
    const looked = async (times: number) => {
      const looks = () => store.asked.filter((line) => line === 'HEAD .feedmill.json').length;
      const before = looks();
      await vi.waitFor(() => {
        one.wake();
        expect(looks()).toBeGreaterThanOrEqual(before + times);
      });
    };
    await looked(2);
    // A sign of life: it is slow.
    const { body = '' } = store.objects.get('.feedmill.json') ?? {};
    store.put('.feedmill.json', body.replace(/"generation":\d+/, '"generation":77'), {
      'x-amz-meta-feedmill': 'x',
    });
    await looked(3);
    expect(store.texts['rss.xml']).toBeUndefined();
    await looked(3);
    await vi.waitFor(() => expect(one.published).toHaveLength(1));
    expect(store.texts).toEqual(site);
    await one.publisher.close();
  });

  it('asks for nothing where a turn changed nothing', async () => {
    const store = new MemoryStore();
    const one = new One(store, site);
    one.publisher.note({ at: 1000, documents: { written: [], removed: [] } });
    await vi.waitFor(() => expect(one.published).toHaveLength(1));
    const asked = store.asked.length;
    one.publisher.note({ at: 2000, documents: { written: [], removed: [] } });
    await one.publisher.close();
    expect(store.asked).toHaveLength(asked);
  });
});
