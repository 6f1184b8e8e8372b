import { describe, expect, it } from 'vitest';
import { shownMedia } from '../../src/entry/content/shortcodes.js';

describe('images and videos in the tags of a generator are shown', () => {
  it.each([
    ['{{< figure src="/a.jpg" alt="The quay" >}}', '![The quay](</a.jpg>)'],
    ["{{% img src='/a.jpg' caption='At [low] tide' %}}", '![At low tide](</a.jpg>)'],
    ['{{< figure link=/a.jpg title="The quay" >}}', '![The quay](</a.jpg>)'],
    ['{{< image src="/a.jpg" >}}', '![](</a.jpg>)'],
    ['{% asset_img left /quay.png 300 200 The quay %}', '![The quay](</quay.png>)'],
    ['{% img /quay.png %}', '![](</quay.png>)'],
    ['{{< youtube id="abcde12345" >}}', '<https://www.youtube.com/watch?v=abcde12345>'],
    ['{{< youtube abcde12345 >}}', '<https://www.youtube.com/watch?v=abcde12345>'],
    ['{{< vimeo 146022717 >}}', '<https://vimeo.com/146022717>'],
    ['{% vimeo 146022717 %}', '<https://vimeo.com/146022717>'],
    ['{% youtube abcde12345 %}', '<https://www.youtube.com/watch?v=abcde12345>'],
  ])('%s', (tag, shown) => {
    expect(shownMedia(`Before ${tag} after`)).toBe(`Before ${shown} after`);
  });

  it.each([
    '{{< figure alt="Nothing to be seen" >}}',
    '{% img 300 200 %}',
    '{{< youtube ? >}}',
    '{% vimeo 12 %}',
    '{{< tweet 123 >}}',
  ])('but a tag that names none stays for others to understand: %s', (tag) => {
    expect(shownMedia(tag)).toBe(tag);
  });
});
