/** One thing that front matter says. */
export type Family =
  | 'title'
  | 'published'
  | 'updated'
  | 'expires'
  | 'authors'
  | 'tags'
  | 'keywords'
  | 'summary'
  | 'link'
  | 'slug'
  | 'id'
  | 'language'
  | 'image'
  | 'imageAlt'
  | 'attachments'
  | 'media';

/** A family that a name belongs to, and how far the name is trusted in it: 0 is most. */
export interface Place {
  readonly family: Family;
  readonly rank: number;
}

/** What a name says, in the spelling of `spell`; nothing where it is not known. */
export function placeOf(name: string): Place | undefined {
  return places.get(name);
}

/**
 * What the generators call the same thing, the most trusted name first. Names are compared without case and without
 * whatever parts their words; a name inside another is written behind it (`date: {created}` is `datecreated`).
 */
const families: readonly (readonly [Family, string])[] = [
  ['title', 'title headline pagetitle metatitle seotitle ogtitle'],
  [
    'published',
    'date pubdate published publishdate publisheddate publishedat publishedon publishedtime datepublished datepublish ' +
      'datecreated datedate publicationdate firstpublished created createdat createdon createddate creationdate dateposted ' +
      'posted postedon posteddate postdate issued releasedate releasedon datetime timestamp dcdate articlepublishedtime ctime',
  ],
  [
    'updated',
    'updated updateddate updatedat updatedon updatedtime lastmod lastmodified lastmodifiedat lastmodifiedon lastmoddate ' +
      'modified modifieddate modifiedat modifiedon datemodified dateupdated datelastmod update lastupdate lastupdated ' +
      'lastupdatedat lastupdatedon lastedited edited revised revisiondate articlemodifiedtime mtime',
  ],
  [
    'expires',
    'expires expirydate expirationdate expiredate expiresdate expiresat expireson expireat expireon expire expiry ' +
      'expiration dateexpires unpublishdate unpublishon unpublishat unpublish unpubdate datedepublish depublishedat ' +
      'publishdown validuntil validthrough',
  ],
  ['authors', 'authors author by byline authorname authornames writer writers dccreator creator postedby'],
  ['tags', 'tags tag taxonomiestags topics topic labels category categories taxonomiescategories'],
  ['keywords', 'keywords keyword metakeywords'],
  [
    'summary',
    'description summary excerpt subtitle standfirst abstract aside teaser lede lead intro blurb tldr deck dek desc ' +
      'subheading metadescription seodescription ogdescription dcdescription',
  ],
  ['link', 'permalink canonical canonicalurl canonicallink url link path'],
  ['slug', 'slug basename urlname'],
  ['id', 'guid atomid feedid uuid id'],
  ['language', 'lang language locale dclanguage'],
  [
    'image',
    'image images heroimage hero cover coverimage featuredimage featureimage featureimg featuredimg thumbnail thumb ' +
      'thumbnailimage banner bannerimage headerimage headerimg ogimage metaimage img socialimage shareimage cardimage ' +
      'teaserimage imagefeature headeroverlayimage headerteaser twitterimage preview picture photo',
  ],
  [
    'imageAlt',
    'imagealt imgalt heroalt heroimagealt coveralt coverimagealt featuredimagealt thumbnailalt bannerimagealt',
  ],
  ['attachments', 'enclosure enclosures attachment attachments enclosureurl enclosurefile'],
  [
    'media',
    'audio video podcast audios videos audiofile audiourl videofile videourl mp3 mediaurl podcastfile podcasturl file ' +
      'media episode episodefile episodeaudio episodeurl podcastaudio podcastmp3 audiosrc audiolink mp3file mp3url m4a',
  ],
];

const places: ReadonlyMap<string, Place> = new Map(
  families.flatMap(([family, names]) =>
    names.split(' ').map((name, rank) => [name, { family, rank }] as const),
  ),
);
