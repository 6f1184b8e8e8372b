/** A file to be written. */
export interface FirstArticle {
  readonly name: string;
  readonly text: string;
}

/**
 * An article to begin with, for a folder that holds none.
 *
 * @param now when it is written
 * @param isDated whether the date belongs into the name, as Jekyll wants it
 */
export function firstArticle(now: Date, isDated: boolean): FirstArticle {
  const date = now.toISOString().replace(/\.\d+/, '');
  return {
    name: `${isDated ? `${date.slice(0, 10)}-` : ''}first-article.md`,
    text: `---
title: The first article
date: ${date}
tags: [beginnings]
---

Every feed begins with something small. This one begins here: a title, a date, and a few sentences that anybody
who subscribes will see.

Write over these lines, or put another file beside them. A file is an article, and its folder is the section that
it belongs to; \`draft: true\` between the dashes keeps one back until it is ready.
`,
  };
}
