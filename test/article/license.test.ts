import { describe, expect, it } from 'vitest';
import { readLicense } from '../../src/article/license.js';

const commons = 'https://creativecommons.org';

describe('a licence is known', () => {
  it.each([
    ['CC BY 4.0', 'CC BY 4.0', `${commons}/licenses/by/4.0/`],
    ['cc-by-sa-3.0', 'CC BY-SA 3.0', `${commons}/licenses/by-sa/3.0/`],
    ['CC BY-NC-ND', 'CC BY-NC-ND 4.0', `${commons}/licenses/by-nc-nd/4.0/`],
    ['CC BY-SA 3.0 DE', 'CC BY-SA 3.0 DE', `${commons}/licenses/by-sa/3.0/de/`],
    [
      'Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International License',
      'CC BY-NC-SA 4.0',
      `${commons}/licenses/by-nc-sa/4.0/`,
    ],
    ['CC0', 'CC0 1.0', `${commons}/publicdomain/zero/1.0/`],
    ['Public Domain', 'Public Domain Mark 1.0', `${commons}/publicdomain/mark/1.0/`],
    ['mit', 'MIT', 'https://spdx.org/licenses/MIT.html'],
  ])('by its name: %s', (text, name, url) => {
    expect(readLicense(text)).toEqual({ name, url });
  });

  it.each([
    [`${commons}/licenses/by/4.0/`, 'CC BY 4.0'],
    ['http://www.creativecommons.org/licenses/by-nc/2.5/es/', 'CC BY-NC 2.5 ES'],
    [`${commons}/licenses/by/4.0/deed.de`, 'CC BY 4.0'],
    [`${commons}/publicdomain/zero/1.0/`, 'CC0 1.0'],
  ])('by its address, which counts as it is: %s', (url, name) => {
    expect(readLicense(url)).toEqual({ name, url });
  });

  it('by an address of which nobody knows the name', () => {
    expect(readLicense(' https://harbour.example/terms ')).toEqual({ url: 'https://harbour.example/terms' });
  });
});

it.each(['', 'CC', 'CC BY-XX 4.0', 'All rights reserved', 'javascript:alert(1)', 'https://', '/terms'])(
  'anything else is none: "%s"',
  (text) => {
    expect(readLicense(text)).toBeUndefined();
  },
);
