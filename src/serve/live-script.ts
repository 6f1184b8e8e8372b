import { livePaths } from './live-page.js';

/*
 * What an open page runs while it is served on the machine of whoever writes: it puts in what changed, and tells the
 * problems there are. It never runs anywhere else.
 */

/** The script. */
export const liveScript = `'use strict';
(() => {
  const id = 'feedmill-problems';
  let shown = bodyIn(document);
  let head = headOf(document);
  let problems = { total: 0, findings: [] };
  let dismissed = '';
  let running = false;
  let again = false;
  let changed = [];
  let isGone = false;

  /** The page as it was written: what this script has put in does not count. */
  function bodyIn(page) {
    const body = page.body.cloneNode(true);
    for (const mine of body.querySelectorAll('#' + id + ', script')) mine.remove();
    return page.documentElement.lang + page.documentElement.dir + body.innerHTML.trim();
  }

  function headOf(page) {
    return [...page.head.querySelectorAll('base, link[rel~=stylesheet]:not([href^="/.feedmill/"])')]
      .map((one) => one.outerHTML).join();
  }

  /** Puts in what is other than before, and leaves the reader where he is. */
  async function renew() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await renewOnce().catch(() => undefined);
    } while (again);
    running = false;
  }

  async function renewOnce() {
    const answer = await fetch(location.href, { cache: 'no-cache' });
    isGone = answer.status === 404;
    if (isGone) return tell();
    if (!answer.ok || !(answer.headers.get('content-type') ?? '').startsWith('text/html')) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (headOf(page) !== head) return location.reload();
    document.title = page.title;
    if (bodyIn(page) !== shown) {
      shown = bodyIn(page);
      const [x, y] = [scrollX, scrollY];
      for (const name of ['lang', 'dir']) document.documentElement[name] = page.documentElement[name];
      document.body.className = page.body.className;
      document.body.replaceChildren(...document.adoptNode(page.body).childNodes);
      scrollTo(x, y);
    }
    freshen();
    tell();
  }

  /** Pictures that changed under their names are asked for anew. */
  function freshen() {
    const names = new Set(changed.splice(0).map((name) => new URL(name, location.origin).pathname));
    for (const picture of document.images) {
      const address = new URL(picture.src);
      if (address.origin !== location.origin || !names.has(address.pathname)) continue;
      address.search = Date.now();
      picture.src = address.href;
    }
  }

  /** Tells the problems at the top, unless somebody has put the very same ones away. */
  function tell() {
    document.getElementById(id)?.remove();
    const gone = { level: 'note', message: 'This page is no more: its article was removed, or withheld.', help: '' };
    const { total, findings } = isGone
      ? { total: problems.total + 1, findings: [gone, ...problems.findings] }
      : problems;
    if (total === 0 || (!isGone && dismissed === JSON.stringify(problems))) return;
    const box = element('section', { id, role: findings.some(({ level }) => level === 'error') ? 'alert' : 'status' });
    box.setAttribute('aria-label', 'Problems that Feedmill has found');
    const list = element('ul');
    for (const { level, path, line, message, help } of findings) {
      const item = element('li', { className: level });
      const place = path === undefined ? '' : path + (line === undefined ? '' : ':' + line);
      item.append(element('strong', {}, level), ' ', element('code', {}, place), ' ', message);
      item.append(element('small', {}, help));
      list.append(item);
    }
    if (total > findings.length) list.append(element('li', {}, 'and ' + (total - findings.length) + ' more'));
    const button = element('button', { type: 'button' }, 'Dismiss');
    button.addEventListener('click', () => {
      dismissed = JSON.stringify(problems);
      box.remove();
    });
    box.append(list, button);
    document.body.prepend(box);
  }

  function element(name, properties = {}, text = '') {
    const { role, ...others } = properties;
    const made = Object.assign(document.createElement(name), others);
    if (role) made.setAttribute('role', role);
    made.textContent = text;
    return made;
  }

  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '${livePaths.style}' });
  document.head.append(style);
  let events;
  let waiting;

  /** Browsers keep few connections to a host: a page that nobody sees gives its own to those that are seen. */
  function listen() {
    events?.close();
    clearTimeout(waiting);
    if (document.hidden) return;
    events = new EventSource('${livePaths.events}');
    // What changed while nobody listened.
    events.addEventListener('open', renew);
    events.addEventListener('change', (event) => {
      changed.push(...JSON.parse(event.data));
      if (changed.some((name) => name.endsWith('.css'))) location.reload();
      else renew();
    });
    events.addEventListener('problems', (event) => {
      problems = JSON.parse(event.data);
      if (problems.total === 0) dismissed = '';
      tell();
    });
    events.addEventListener('error', () => {
      // The browser tries again by itself, but where it was refused.
      if (events.readyState === EventSource.CLOSED) waiting = setTimeout(listen, 3000);
    });
  }

  listen();
  addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => events?.close());
  addEventListener('pageshow', (event) => event.persisted && location.reload());
})();
`;

/** What the problems look like. */
export const liveStyle = `#feedmill-problems {
  position: sticky; top: 0; z-index: 2147483647; box-sizing: border-box; max-height: 40vh; overflow: auto;
  display: flex; gap: 1em; align-items: flex-start; margin: 0; padding: .75em 1em; text-align: start;
  font: 15px/1.45 system-ui, sans-serif; color: #1c1917; background: #fff7ed; border-bottom: 3px solid #c2410c;
}
#feedmill-problems ul { flex: 1; margin: 0; padding: 0; list-style: none; }
#feedmill-problems li { margin: 0 0 .35em; overflow-wrap: anywhere; }
#feedmill-problems strong { color: #9a3412; }
#feedmill-problems .error strong { color: #b91c1c; }
#feedmill-problems small { display: block; font-size: 13px; }
#feedmill-problems button {
  font: inherit; padding: .25em .75em; color: inherit; background: transparent; border: 1px solid; border-radius: 4px;
  cursor: pointer;
}
@media (prefers-color-scheme: dark) {
  #feedmill-problems { color: #fafaf9; background: #292524; border-color: #fb923c; }
  #feedmill-problems strong { color: #fdba74; }
  #feedmill-problems .error strong { color: #fca5a5; }
}
@media print { #feedmill-problems { display: none; } }
`;
