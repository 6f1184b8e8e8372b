/**
 * What the generators call the same thing, the most trusted name first. Names are compared without case and without
 * whatever parts their words; a name inside another is written behind it (`date: {created}` is `datecreated`).
 */
export const families = {
  title: words('title headline pagetitle metatitle seotitle ogtitle'),
  published: words(
    'date pubdate published publishdate publisheddate publishedat publishedon publishedtime datepublished datepublish ' +
      'datecreated datedate publicationdate firstpublished created createdat createdon createddate creationdate dateposted ' +
      'posted postedon posteddate postdate issued releasedate releasedon datetime timestamp dcdate articlepublishedtime ctime',
  ),
  updated: words(
    'updated updateddate updatedat updatedon updatedtime lastmod lastmodified lastmodifiedat lastmodifiedon lastmoddate ' +
      'modified modifieddate modifiedat modifiedon datemodified dateupdated datelastmod update lastupdate lastupdated ' +
      'lastupdatedat lastupdatedon lastedited edited revised revisiondate articlemodifiedtime mtime',
  ),
  authors: words('authors author by byline authorname authornames writer writers dccreator creator postedby'),
  tags: words('tags tag taxonomiestags topics topic labels category categories taxonomiescategories section'),
  keywords: words('keywords keyword metakeywords'),
  summary: words(
    'description summary excerpt subtitle standfirst abstract aside teaser lede lead intro blurb tldr deck dek desc ' +
      'subheading metadescription seodescription ogdescription dcdescription',
  ),
  link: words('permalink canonical canonicalurl canonicallink url link path'),
  slug: words('slug basename urlname'),
  id: words('guid atomid feedid uuid id'),
  language: words('lang language locale dclanguage'),
  image: words(
    'image images heroimage hero cover coverimage featuredimage featureimage featureimg featuredimg thumbnail thumb ' +
      'thumbnailimage banner bannerimage headerimage headerimg ogimage metaimage img socialimage shareimage cardimage ' +
      'teaserimage imagefeature headeroverlayimage headerteaser twitterimage preview picture photo',
  ),
  imageAlt: words(
    'imagealt imgalt heroalt heroimagealt coveralt coverimagealt featuredimagealt thumbnailalt bannerimagealt',
  ),
  attachments: words('enclosure enclosures attachment attachments'),
  media: words(
    'audio video podcast audios videos audiofile audiourl videofile videourl mp3 mediaurl podcastfile podcasturl file',
  ),
};

export type Family = keyof typeof families;

function words(text: string): readonly string[] {
  return text.split(' ');
}
