/** Two paragraphs, long enough to be known as text. */
export const text =
  '<p>The harbour was quiet when the first boats came in, and nobody had expected them before noon on such a day.</p>\n' +
  '<p>By evening the whole town stood on the quay, for word had spread that the lighthouse would be lit again.</p>';

/** A page as sites serve it: a head, navigation, the article, a sidebar and a footer. */
export function page(head: string, article: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
${head}
</head>
<body class="has-sidebar">
<nav><ul><li><a href="/">Home</a></li><li><a href="/about">About the paper and its people</a></li></ul></nav>
<main>
${article}
</main>
<aside class="sidebar"><h3>Other stories</h3><p>A teaser for another story, by Otto Other, of 1 January 2001, that nobody asked for here.</p></aside>
<footer><p>Copyright 1999 The Harbour Post. All rights reserved by somebody who wrote this line.</p></footer>
</body>
</html>`;
}
