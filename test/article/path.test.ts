import { describe, expect, it } from 'vitest';
import { readPath } from '../../src/article/path.js';

const read = (path: string) => readPath(path, { path, modified: 0, timezone: 'UTC' });
const shown = (path: string) => {
  const { published, slug } = read(path);
  return [published === undefined ? undefined : new Date(published).toISOString().slice(0, 16), slug];
};

describe('what a path says', () => {
  it.each([
    ['_posts/2013-05-06-my-post.md', '2013-05-06T00:00', 'my-post'],
    ['2013-5-6-my-post.md', '2013-05-06T00:00', 'my-post'],
    ['2013-05-06_my_post.md', '2013-05-06T00:00', 'my_post'],
    ['20130506-my-post.md', '2013-05-06T00:00', 'my-post'],
    ['2013-05-06T10-30-my-post.md', '2013-05-06T10:30', 'my-post'],
    ['2013-05-06-my-post/index.md', '2013-05-06T00:00', 'my-post'],
    ['2014/11/09/my-post/index.html', '2014-11-09T00:00', 'my-post'],
    ['2014/11/09/my-post.md', '2014-11-09T00:00', 'my-post'],
    ['2014/11/09-my-post.md', '2014-11-09T00:00', 'my-post'],
    ['2013-05-06.md', '2013-05-06T00:00', '2013-05-06'],
    ['2013/05/my-post.md', undefined, 'my-post'],
    ['2013/10/3-things.md', undefined, '3-things'],
    ['2013-02-30-my-post.md', undefined, '2013-02-30-my-post'],
    ['2013-05-06789-parts.md', undefined, '2013-05-06789-parts'],
    ['top-10/index.md', undefined, 'top-10'],
    ['about.md', undefined, 'about'],
  ])('%s: its date and its slug', (path, date, slug) => expect(shown(path)).toEqual([date, slug]));

  it('takes the date in the configured time zone', () =>
    expect(readPath('2013-05-06-a.md', { path: '', modified: 0, timezone: 'Asia/Karachi' }).published).toBe(
      Date.UTC(2013, 4, 5, 19),
    ));

  it.each([
    ['page.fr.md', 'fr', 'page'],
    ['posts/2013-05-06-page.pt-br.md', 'pt-BR', 'page'],
    ['fr/page.md', 'fr', 'page'],
    ['zh_tw/page.md', 'zh-TW', 'page'],
    ['content/de/page.md', 'de', 'page'],
    ['i18n/fr/page.md', 'fr', 'page'],
    ['_i18n/fr/page.md', 'fr', 'page'],
    ['locale/fr/page.md', 'fr', 'page'],
    ['locales/fr/page.md', 'fr', 'page'],
    ['main.ts.md', undefined, 'main.ts'],
    ['a.de.novo.story.md', undefined, 'a.de.novo.story'],
    ['socket.io.md', undefined, 'socket.io'],
    ['ml/page.md', undefined, 'page'],
    ['notes/fr/page.md', undefined, 'page'],
  ])('%s: its language', (path, language, slug) => {
    expect([read(path).language, read(path).slug]).toEqual([language, slug]);
  });

  it.each([
    ['2013-05-06-hello-big_world.md', 'Hello big world'],
    ['My-Trip-to-NASA.md', 'My Trip to NASA'],
    ['my-post/index.md', 'My post'],
  ])('%s: a title for want of a better one', (path, title) => {
    expect(read(path).title).toBe(title);
    expect(read(path).found.title).toEqual({ in: 'path' });
  });

  it('knows the folder of drafts', () => {
    expect(read('_drafts/a.md').hold).toBe('draft');
    expect(read('_posts/a.md').hold).toBeUndefined();
  });
});
