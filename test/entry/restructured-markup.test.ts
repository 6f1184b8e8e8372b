import { describe, expect, it } from 'vitest';
import { restructuredToMarkdown as markdown } from '../../src/entry/content/restructured.js';

describe('reStructuredText becomes Markdown', () => {
  it('titles have the level at which their underline is met first', () => {
    const text =
      '=====\nTitle\n=====\n\nPart\n----\n\nDeeper\n~~~~~~\n\nAgain\n-----\n\nA\n"""\n\nB\n^^^\n\nC\n+++\n\nD\n###';
    expect(markdown(text)).toBe(
      '## Title\n\n### Part\n\n#### Deeper\n\n### Again\n\n##### A\n\n###### B\n\n###### C\n\n###### D',
    );
  });
  it('an underline is as long as its title, or by one shorter, and made of one sign', () => {
    expect(markdown('Café\n===')).toBe('## Café');
    expect(markdown('Coffee\n===')).toBe('Coffee\n===');
    expect(markdown('ABC\n==')).toBe('ABC\n==');
    expect(markdown('ABC\n=-=')).toBe('ABC\n=-=');
    expect(markdown('ABC\nabc')).toBe('ABC\nabc');
    expect(markdown('ABC\nx ===')).toBe('ABC\nx ===');
    expect(markdown(' ABC \n===  ')).toBe('## ABC');
  });
  it('two colons announce what stands indented below them, to the letter', () => {
    expect(markdown('See *it*::\n\n    code `x`_\n      more\n\n    end\n\nAfter')).toBe(
      'See *it*:\n\n\n~~~~~~\ncode `x`_\n  more\n\nend\n~~~~~~\n\n\nAfter',
    );
    expect(markdown('::\n\n  alone\nAfter')).toBe('\n\n\n~~~~~~\nalone\n~~~~~~\n\nAfter');
    expect(markdown('  In::\n\n    code\n\n  out')).toBe('  In:\n\n\n~~~~~~\ncode\n~~~~~~\n\n\n  out');
    expect(markdown('Ends with colons::\nno block')).toBe('Ends with colons::\nno block');
    expect(markdown('std::vector\n    not code')).toBe('std::vector\n    not code');
  });
  it.each(['code', 'code-block', 'sourcecode', 'highlight'])('.. %s:: is code in its language', (name) => {
    expect(markdown(`.. ${name}:: python \n   :linenos:\n\n   print(1)\n     x\n\nAfter`)).toBe(
      '\n~~~~~~python\nprint(1)\n  x\n~~~~~~\n\n\nAfter',
    );
  });
  it('images and figures are shown, with the text in their place and their caption', () => {
    expect(markdown('.. image:: quay.png \n   :width: 3\n   :alt:  The quay \nAfter')).toBe(
      '\n![The quay](<quay.png>)\n\n\nAfter',
    );
    expect(markdown('.. figure:: f.png\n\n   A `map <https://example.org/m>`_.\n\nAfter')).toBe(
      '\n![](<f.png>)\n\n\nA [map](https://example.org/m).\n\n\nAfter',
    );
  });
  it.each(['note', 'tip', 'hint', 'important', 'warning', 'caution', 'danger', 'attention', 'admonition'])(
    '.. %s:: is quoted',
    (name) => {
      expect(markdown(`.. ${name}:: Mind\n\n   the *gap*\n\n   and word_\nAfter`)).toBe(
        '\n> Mind\n> \n> the *gap*\n> \n> and word\n\nAfter',
      );
    },
  );
  it('targets and footnotes are those of Markdown', () => {
    expect(markdown('.. _Python:  https://python.org \n.. _`two words`: https://example.org/x')).toBe(
      '\n[Python]: <https://python.org>\n\n\n[two words]: <https://example.org/x>\n',
    );
    expect(markdown('.. [#one]  A note_\n   goes on\n.. [2] Other')).toBe(
      '\n[^one]: A note goes on\n\n\n[^2]: Other\n',
    );
  });
  it('comments, fields and what only a generator could run are left out', () => {
    expect(markdown('.. contents::\n   :depth: 2\nAfter')).toBe('\nAfter');
    expect(markdown('.. a comment\n   of two lines\n\nAfter')).toBe('\n\nAfter');
    expect(markdown('..\n   hidden\nAfter')).toBe('\nAfter');
    expect(markdown('.. codex:: x\n.. recode:: x\n.. notes:: x\n.. footnote:: x\n.. images:: x')).toBe(
      '\n\n\n\n',
    );
    expect(markdown(':author: Ines\n:date: 2020\n  :tags: a\nText: more')).toBe('\n\n\nText: more');
    expect(markdown('..no comment')).toBe('..no comment');
  });
  it('line blocks keep their lines', () => {
    expect(markdown('| Line one_\n| Line two\n\nplain | no')).toBe('Line one\\\nLine two\\\n\nplain | no');
  });
  it.each([
    ['a `link <https://example.org/a>`_ on', 'a [link](https://example.org/a) on'],
    ['`again  <https://example.org/b>`__.', '[again](https://example.org/b).'],
    [':ref:`some text <target>` and :py:func:`print`', 'some text and print'],
    ['`Python`_ and `Py two`__', '[Python] and [Py two]'],
    ['noted [#n]_ and [2]_', 'noted [^n] and [^2]'],
    ['word_ and snake_case_name, end_.', 'word and snake_case_name, end.'],
    ['``code `x`_ [1]_`` end_', '``code `x`_ [1]_`` end'],
    ['``a_`` b_ ``c_``', '``a_`` b ``c_``'],
    ['`emphasis` stays', '`emphasis` stays'],
  ])('within a line, %s is %s', (given, made) => {
    expect(markdown(given)).toBe(made);
  });
});
