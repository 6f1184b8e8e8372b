/** A paragraph as a program wraps it, line by line. */
export const wrapped = [
  'The harbour board will dredge the northern channel for the first time',
  'in thirty years, after two ferries ran aground on the same bank within',
  'a month. Three dredgers are to begin on Friday, and the night crossings',
  'are suspended until they have done.',
];

/** The same, as it is to be read. */
export const paragraph = wrapped.join(' ');
