/** The categories of Apple Podcasts, each with those within it, but for one that the W3C's validator does not know ("Religion" in itself). */
export const categories: Readonly<Record<string, readonly string[]>> = {
  Arts: ['Books', 'Design', 'Fashion & Beauty', 'Food', 'Performing Arts', 'Visual Arts'],
  Business: ['Careers', 'Entrepreneurship', 'Investing', 'Management', 'Marketing', 'Non-Profit'],
  Comedy: ['Comedy Interviews', 'Improv', 'Stand-Up'],
  Education: ['Courses', 'How To', 'Language Learning', 'Self-Improvement'],
  Fiction: ['Comedy Fiction', 'Drama', 'Science Fiction'],
  Government: [],
  'Health & Fitness': [
    'Alternative Health',
    'Fitness',
    'Medicine',
    'Mental Health',
    'Nutrition',
    'Sexuality',
  ],
  History: [],
  'Kids & Family': ['Education for Kids', 'Parenting', 'Pets & Animals', 'Stories for Kids'],
  Leisure: [
    'Animation & Manga',
    'Automotive',
    'Aviation',
    'Crafts',
    'Games',
    'Hobbies',
    'Home & Garden',
    'Video Games',
  ],
  Music: ['Music Commentary', 'Music History', 'Music Interviews'],
  News: [
    'Business News',
    'Daily News',
    'Entertainment News',
    'News Commentary',
    'Politics',
    'Sports News',
    'Tech News',
  ],
  'Religion & Spirituality': ['Buddhism', 'Christianity', 'Hinduism', 'Islam', 'Judaism', 'Spirituality'],
  Science: [
    'Astronomy',
    'Chemistry',
    'Earth Sciences',
    'Life Sciences',
    'Mathematics',
    'Natural Sciences',
    'Nature',
    'Physics',
    'Social Sciences',
  ],
  'Society & Culture': ['Documentary', 'Personal Journals', 'Philosophy', 'Places & Travel', 'Relationships'],
  Sports: [
    'Baseball',
    'Basketball',
    'Cricket',
    'Fantasy Sports',
    'Football',
    'Golf',
    'Hockey',
    'Rugby',
    'Running',
    'Soccer',
    'Swimming',
    'Tennis',
    'Volleyball',
    'Wilderness',
    'Wrestling',
  ],
  Technology: [],
  'True Crime': [],
  'TV & Film': ['After Shows', 'Film History', 'Film Interviews', 'Film Reviews', 'TV Reviews'],
};

/** Every category as it is written in a config: "News", "News > Politics". */
export const categoryNames: readonly string[] = Object.entries(categories).flatMap(([name, within]) => [
  name,
  ...within.map((inner) => `${name} > ${inner}`),
]);

/**
 * Reads a category as people write it: without regard to case, to the signs around it, and to the one that it is within.
 *
 * @returns nothing where there is none of that name
 */
export function readCategory(written: string): readonly [name: string, within?: string] | undefined {
  const name = bare(written);
  const found =
    categoryNames.find((one) => bare(one) === name) ??
    categoryNames.find((one) => bare(one.split(' > ')[1] ?? '') === name);
  const [outer, within] = found?.split(' > ') ?? [];
  return outer === undefined ? undefined : within === undefined ? [outer] : [outer, within];
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/&amp;|&|\band\b/g, '')
    .replace(/\s*[>/:›]\s*/g, '>')
    .replace(/[^a-z>]/g, '');
}
