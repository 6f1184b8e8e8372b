import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeople } from '../../src/article/people.js';

const names = (text: string) => readPeople(text).map(({ name }) => name);

describe('the people that a line names', () => {
  it.each([
    ['Ada Lovelace', ['Ada Lovelace']],
    ['By Ada Lovelace and Charles Babbage', ['Ada Lovelace', 'Charles Babbage']],
    ['BY ADA LOVELACE AND CHARLES BABBAGE', ['ADA LOVELACE', 'CHARLES BABBAGE']],
    [
      'Ada Lovelace, Charles Babbage, and Mary Somerville',
      ['Ada Lovelace', 'Charles Babbage', 'Mary Somerville'],
    ],
    ['Ada Lovelace & Charles Babbage', ['Ada Lovelace', 'Charles Babbage']],
    ['Ada Lovelace | Charles Babbage', ['Ada Lovelace', 'Charles Babbage']],
    ['Ada, Charles, Mary', ['Ada', 'Charles', 'Mary']],
    ['ada, charles', ['ada', 'charles']],
    ['von Max Müller und Erika Mustermann', ['Max Müller', 'Erika Mustermann']],
    ['Par Jean Dupont et Marie Curie', ['Jean Dupont', 'Marie Curie']],
    ['por Juan Pérez y Ana López', ['Juan Pérez', 'Ana López']],
    ['Иван Иванов и Пётр Петров', ['Иван Иванов', 'Пётр Петров']],
    ['張三、李四', ['張三', '李四']],
    ['Ada Lovelace et al.', ['Ada Lovelace']],
  ])('parts "%s"', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    ['John von Neumann', ['John von Neumann']],
    ['von Neumann', ['von Neumann']],
    ['Sammy Davis, Jr.', ['Sammy Davis, Jr.']],
    ['Grace Hopper, PhD, Ada Lovelace', ['Grace Hopper, PhD', 'Ada Lovelace']],
    ['Department of Health and Human Services', ['Department of Health and Human Services']],
    ['Science and Technology Desk', ['Science and Technology Desk']],
    [
      'The Survey Team in partnership with the Foundation',
      ['The Survey Team in partnership with the Foundation'],
    ],
    ['AC/DC', ['AC/DC']],
    ['AT&T', ['AT&T']],
    ['Juan Pérez en Madrid', ['Juan Pérez en Madrid']],
  ])('keeps "%s" together', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    ['Lovelace, Ada; Babbage, Charles', ['Lovelace, Ada', 'Babbage, Charles']],
    ['Lovelace, Ada and Babbage, Charles', ['Lovelace, Ada', 'Babbage, Charles']],
    ['Knuth, Donald E.', ['Knuth, Donald E.']],
    ['Von Neumann, John', ['Von Neumann, John']],
  ])('leaves the last name first in "%s"', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    ['Josh Aas, ISRG Executive Director', ['Josh Aas']],
    ['By Ada Lovelace, Staff Writer and Charles Babbage, Editor', ['Ada Lovelace', 'Charles Babbage']],
    ['Ada Lovelace, Editor and Publisher', ['Ada Lovelace']],
    ['The Analyser Team on behalf of the whole Project', ['The Analyser Team']],
  ])('leaves out what tells of a person in "%s"', (text, expected) => expect(names(text)).toEqual(expected));

  it('takes an e-mail or an address where one stands, and invents none', () => {
    expect(
      readPeople('Ada Lovelace <ada@example.org>,\n   Charles Babbage (https://babbage.example/)'),
    ).toEqual([
      { name: 'Ada Lovelace', email: 'ada@example.org' },
      { name: 'Charles Babbage', uri: 'https://babbage.example/' },
    ]);
    expect(readPeople('ada@example.org (Ada Lovelace)')).toEqual([
      { name: 'Ada Lovelace', email: 'ada@example.org' },
    ]);
    expect(readPeople('[Ada](https://ada.example/) and <a href="https://cb.example/">Charles</a>')).toEqual([
      { name: 'Ada', uri: 'https://ada.example/' },
      { name: 'Charles', uri: 'https://cb.example/' },
    ]);
    expect(readPeople('Ada Lovelace ([@ada](https://social.example/@ada)), the compiler team')).toEqual([
      { name: 'Ada Lovelace', uri: 'https://social.example/@ada' },
      { name: 'the compiler team' },
    ]);
    expect(readPeople('Ada Lovelace <ada at example.org>')).toEqual([{ name: 'Ada Lovelace' }]);
  });

  it.each([
    ['ada@example.org', 'ada@example.org', { email: 'ada@example.org' }],
    ['Ada Lovelace <mailto:ada@example.org>', 'Ada Lovelace', { email: 'ada@example.org' }],
    ['Ada Lovelace ( ada@mail.example.co.uk )', 'Ada Lovelace', { email: 'ada@mail.example.co.uk' }],
    ['Ada (ada@example.org) Lovelace', 'Ada Lovelace', { email: 'ada@example.org' }],
    ['Ada Lovelace http://ada.example/', 'Ada Lovelace', { uri: 'http://ada.example/' }],
    [
      'Ada Lovelace <http://ada.example/> <http://other.example/>',
      'Ada Lovelace',
      { uri: 'http://ada.example/' },
    ],
    ['Ada Lovelace <ada@localhost>', 'Ada Lovelace', {}],
    ['Ada Lovelace <see http://ada.example/>', 'Ada Lovelace', {}],
    ['Ada Lovelace <http://ada.example/ and others>', 'Ada Lovelace', {}],
    ['Ada Lovelace <ada@example.org until May>', 'Ada Lovelace', {}],
    ['Ada Lovelace <write ada@example.org>', 'Ada Lovelace', {}],
  ])('finds in "%s" who it is, and how to reach them', (text, name, more) =>
    expect(readPeople(text)).toEqual([{ name, ...more }]),
  );

  it.each([
    ['**Ada Lovelace**', 'Ada Lovelace'],
    ['“Ada Lovelace”', 'Ada Lovelace'],
    [':: __Ada Lovelace__ --', 'Ada Lovelace'],
    ['Marco B. Cannone', 'Marco B. Cannone'],
    ['Nonette B. Blanc', 'Nonette B. Blanc'],
    ['The Team   on behalf of all who helped', 'The Team'],
  ])('shows the name in "%s" as it is written, without what is around it', (text, name) =>
    expect(names(text)).toEqual([name]),
  );

  it('names each person once', () =>
    expect(names('Ada Lovelace, Charles Babbage, Ada Lovelace')).toHaveLength(2));

  it.each(['', ' - ', 'none', 'Null', 'N/A', ';;,', '<>', '…', '•'])('finds nobody in "%s"', (text) =>
    expect(names(text)).toEqual([]),
  );

  it('finds every full name of a list, however it is parted', () => {
    const person = fc.constantFrom(
      'Ada Lovelace',
      'Charles Babbage',
      'Mary Somerville',
      'Élodie Brandt',
      'Li Wei',
    );
    const people = fc.uniqueArray(person, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(', ', '; ', ' and ', ' & ', ' | ', ' / ', ' und ', ', and '),
        (all, mark) => {
          expect(names(all.join(mark))).toEqual(all);
        },
      ),
    );
  });

  it('gives only people with names, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        readPeople(text).every(({ name }) => name.trim() === name && name !== ''),
      ),
    );
  });

  it('is quick with hostile lines', () => {
    const start = performance.now();
    for (const part of ['<', '(', '[](', '<a href=', ' and', ', ', 'a@a.']) readPeople(part.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
