import { describe, expect, it } from 'vitest';
import { complete } from '../../src/entry/complete.js';
import { headline } from '../../src/entry/headline.js';
import { sampleArticle } from '../support/article.js';
import { sampleRules as rules, sampleStanding } from '../support/rules.js';

/** What readers are shown of an article in reStructuredText. */
function entryOf(...lines: string[]) {
  const article = sampleArticle({ body: { markup: 'restructured', text: lines.join('\n'), line: 1 } });
  const made = headline(article, sampleStanding(), rules).headline;
  const terms = {
    site: rules.site,
    title: 'Harbour News',
    credit: false,
    fullText: true,
    maxFileSize: 10_000_000,
  };
  return complete(article, made, terms, () => undefined).entry;
}

const contentOf = (...lines: string[]) => entryOf(...lines).content;

describe('an article in reStructuredText shows', () => {
  it('its section titles below the title of the entry, in the order in which their signs come up', () => {
    const content = contentOf(
      'Tides',
      '=====',
      'High.',
      '',
      'Spring',
      '~~~~~~',
      'Higher.',
      '',
      'Fish',
      '====',
      'Cod.',
    );
    expect(content).toMatch(/<h2[^>]*>Tides<\/h2>\s*<p>High\.<\/p>/);
    expect(content).toMatch(/<h3[^>]*>Spring<\/h3>\s*<p>Higher\.<\/p>/);
    expect(content).toMatch(/<h2[^>]*>Fish<\/h2>\s*<p>Cod\.<\/p>/);
  });

  it('a title with a line over it as one title, and no line', () => {
    const content = contentOf('Before.', '', '=====', 'Tides', '=====', '', 'High.');
    expect(content).toMatch(/<h2[^>]*>Tides<\/h2>\s*<p>High\.<\/p>/);
    expect(content).not.toContain('=');
  });

  it('code as it is written, without the indentation of its block', () => {
    const content = contentOf(
      '.. code-block:: python',
      '',
      '    def tide():',
      '        return *high*',
      '',
      'After.',
    );
    expect(content).toMatch(
      /<pre><code[^>]*>def tide\(\):\n {4}return \*high\*\n<\/code><\/pre>\s*<p>After\.<\/p>/,
    );
  });

  it('what follows two colons as it is written, and one of the colons', () => {
    expect(contentOf('Type this::', '', '  feedmill *', '', 'Done.')).toMatch(
      /<p>Type this:<\/p>\s*<pre><code>feedmill \*\n<\/code><\/pre>\s*<p>Done\.<\/p>/,
    );
    // Alone they announce it unseen.
    expect(contentOf('Type this.', '', '::', '', '  feedmill', '', 'Done.')).toMatch(
      /<p>Type this\.<\/p>\s*<pre><code>feedmill\n<\/code><\/pre>/,
    );
    expect(contentOf('Nothing follows::')).toContain('Nothing follows');
  });

  it('images with their other text, and the caption of a figure', () => {
    const content = contentOf(
      '.. figure:: /quay.jpg',
      '   :width: 200',
      '   :alt: The quay',
      '',
      '   Seen at *dusk*.',
    );
    expect(content).toContain('src="https://example.org/quay.jpg"');
    expect(content).toContain('alt="The quay"');
    expect(content).toContain('Seen at <em>dusk</em>.');
    expect(contentOf('.. image:: /quay.jpg')).toContain('alt=""');
  });

  it('admonitions as quotes', () => {
    expect(contentOf('.. warning:: High water', '', '   Mind the steps.')).toMatch(
      /<blockquote>\s*<p>High water<\/p>\s*<p>Mind the steps\.<\/p>\s*<\/blockquote>/,
    );
  });

  it('links in their three ways of writing', () => {
    const link = '<a href="https://tides.example/">';
    expect(contentOf('See `the tides <https://tides.example/>`_ today.')).toContain(`${link}the tides</a>`);
    expect(contentOf('See `the tides`_.', '', '.. _the tides: https://tides.example/')).toContain(
      `${link}the tides</a>`,
    );
    expect(contentOf('See :doc:`the other page <other>`.')).toContain('See the other page.');
  });

  it('footnotes, which lead there and back', () => {
    const content = contentOf('High [#moon]_ water.', '', '.. [#moon] Of the', '   full moon.');
    expect(content).toMatch(/High <sup><a [^>]*href="#fn1">\[1\]<\/a><\/sup> water/);
    expect(content).toMatch(/<li id="fn1"><p>Of the full moon\. <a [^>]*href="#fnref1">/);
  });

  it('code within a line as it is, be there what looks like a link', () => {
    expect(contentOf('Run ``feedmill_ `x`_``.').replace(/\s+/g, ' ')).not.toContain('<a');
    expect(contentOf('Run ``ls :doc:`` now.')).toContain('<code>ls :doc:</code>');
  });

  it('lines of verse one below the other', () => {
    expect(contentOf('| Roses', '| Violets')).toMatch(/Roses<br>\s*Violets/);
  });

  it('no comment, no directive that only a generator could run, and no field', () => {
    const content = contentOf(
      'One.',
      '',
      '.. a comment',
      '   of two lines',
      '',
      '.. toctree::',
      '   :depth: 2',
      '',
      '   other',
      '',
      ':status: quiet',
      '',
      'Two.',
    );
    expect(content.replace(/\s+/g, '')).toBe('<p>One.</p><p>Two.</p>');
  });

  it('above the mark of its teaser what is the summary', () => {
    const rest = ['', '.. TEASER_END', '', 'The rest.', '', '.. _the tides: https://tides.example/'];
    const entry = entryOf('The teaser, see `the tides`_.', ...rest);
    expect(entry.summary).toBe('The teaser, see the tides.');
    expect(entry.content).toContain('The rest.');
    expect(entry.content).not.toContain('TEASER');
  });
});
