import type { Field, Findings, Found, Statements } from '../article.js';
import type { Said } from './said.js';

/** What was chosen for each statement, or nothing. */
export type Choices = { readonly [F in Field]?: Said<NonNullable<Statements[F]>> | undefined };

/** Puts what was chosen into findings: the values, and beside them the places that state them. */
export function findingsOf(choices: Choices): Findings {
  const { title, published, updated, authors, summary, language, link, image, tags, attachments, hold } =
    choices;
  const at = ({ line, relative }: Said<unknown>): Found => ({
    in: 'body',
    line,
    ...(relative && { relative }),
  });
  return {
    ...(title && { title: title.value }),
    ...(published && { published: published.value }),
    ...(updated && { updated: updated.value }),
    ...(authors && { authors: authors.value }),
    ...(summary && { summary: summary.value }),
    ...(language && { language: language.value }),
    ...(link && { link: link.value }),
    ...(image && { image: image.value }),
    ...(tags && { tags: tags.value }),
    ...(attachments && { attachments: attachments.value }),
    ...(hold && { hold: hold.value }),
    found: {
      ...(title && { title: at(title) }),
      ...(published && { published: at(published) }),
      ...(updated && { updated: at(updated) }),
      ...(authors && { authors: at(authors) }),
      ...(summary && { summary: at(summary) }),
      ...(language && { language: at(language) }),
      ...(link && { link: at(link) }),
      ...(image && { image: at(image) }),
      ...(tags && { tags: at(tags) }),
      ...(attachments && { attachments: at(attachments) }),
      ...(hold && { hold: at(hold) }),
    },
    problems: [],
  };
}
