/**
 * What a program took at one size.
 *
 * @typedef {{ name: string, size: number } & import('./measure.mjs').Cost} Point
 */

/** @typedef {{ name: string, ink: string, dots: { x: number, y: number }[] }} Line */

/** The program and its peer; all others are floors. */
const inks = new Map([
  ['Feedmill', 'own'],
  ['Hugo', 'peer'],
]);

const [height, top, bottom] = [330, 58, 44];

/**
 * A picture of the cold build: the time by the clock, and the CPU time an article, by the number of articles.
 *
 * @param {readonly Point[]} points
 * @returns {string} SVG
 */
export function chart(points) {
  const wall = lines(points, ({ wall }) => wall);
  const each = lines(
    points.filter(({ name }) => inks.has(name)),
    ({ cpu, size }) => cpu && (cpu / size) * 1e6,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 940 ${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Cold build, by the number of articles">
<style>
.back { fill: #fff } .title { fill: #1f2328; font-size: 14px; font-weight: 600 } text { fill: #59636e } path { fill: none; stroke-width: 2 }
.grid { stroke: #d1d9e0; stroke-width: 1 } .own { stroke: #0969da; fill: #0969da } .peer { stroke: #bc4c00; fill: #bc4c00 } .floor { stroke: #818b98; fill: #818b98 }
path.own, path.peer, path.floor { fill: none } path.floor { stroke-width: 1.5; stroke-dasharray: 4 3 } text.own, text.peer, text.floor { stroke: none } text.own { font-weight: 600 }
@media (prefers-color-scheme: dark) {
.back { fill: #0d1117 } .title { fill: #f0f6fc } text { fill: #9198a1 } .grid { stroke: #3d444d }
.own { stroke: #4493f8; fill: #4493f8 } .peer { stroke: #f0883e; fill: #f0883e } .floor { stroke: #9198a1; fill: #9198a1 }
}
</style>
<rect class="back" width="940" height="${height}" rx="6"/>
${panel({ title: 'Cold build, seconds', lines: wall, left: 56, width: 330, unit: (value) => `${value}` })}
${panel({ title: 'CPU time an article, µs', lines: each, left: 610, width: 230, unit: (value) => value.toLocaleString('en') })}
</svg>
`;
}

/**
 * @param {readonly Point[]} points
 * @param {(point: Point) => number | undefined} value
 * @returns {Line[]}
 */
function lines(points, value) {
  return [...new Set(points.map(({ name }) => name))].map((name) => ({
    name,
    ink: inks.get(name) ?? 'floor',
    dots: points
      .filter((point) => point.name === name)
      .flatMap((point) => {
        const y = value(point);
        return y === undefined || y <= 0 ? [] : [{ x: point.size, y }];
      }),
  }));
}

/**
 * Both axes by powers of ten.
 *
 * @param {{ title: string, lines: readonly Line[], left: number, width: number, unit: (value: number) => string }} panel
 */
function panel({ title, lines, left, width, unit }) {
  const dots = lines.flatMap(({ dots }) => dots);
  if (dots.length === 0) return '';
  const xs = dots.map(({ x }) => Math.log10(x));
  const [x0, x1] = [Math.min(...xs), Math.max(...xs, Math.min(...xs) + 1)];
  const [y0, y1] = range(dots.map(({ y }) => y));
  /** @param {number} x */
  const atX = (x) => left + (width * (Math.log10(x) - x0)) / (x1 - x0);
  /** @param {number} y */
  const atY = (y) => height - bottom - ((height - top - bottom) * (Math.log10(y) - y0)) / (y1 - y0);
  const grid = powers(y0, y1).map((y) => {
    const at = atY(y).toFixed(1);
    return `<path class="grid" d="M${left} ${at}h${width}"/><text x="${left - 8}" y="${at}" dy="4" text-anchor="end">${unit(y)}</text>`;
  });
  const sizes = [...new Set(dots.map(({ x }) => x))].map(
    (x) =>
      `<text x="${atX(x).toFixed(1)}" y="${height - bottom + 18}" text-anchor="middle">${x.toLocaleString('en')}</text>`,
  );
  const drawn = lines.toReversed().map(({ ink, dots }) => {
    const at = dots.map(({ x, y }) => `${atX(x).toFixed(1)} ${atY(y).toFixed(1)}`);
    const marks = at.map((point) => {
      const [x, y] = point.split(' ');
      return `<circle class="${ink}" cx="${x}" cy="${y}" r="${ink === 'floor' ? 2 : 3}"/>`;
    });
    return `<path class="${ink}" d="M${at.join('L')}"/>${marks.join('')}`;
  });
  const names = apart(
    lines.flatMap(({ name, ink, dots }) => {
      const last = dots.at(-1);
      return last === undefined ? [] : [{ name, ink, x: atX(last.x) + 9, y: atY(last.y) }];
    }),
  ).map(
    ({ name, ink, x, y }) =>
      `<text class="${ink}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" dy="4">${name}</text>`,
  );
  return [
    `<text class="title" x="${left}" y="30">${title}</text>`,
    ...grid,
    ...sizes,
    `<text x="${left + width}" y="${height - 10}" text-anchor="end">articles</text>`,
    ...drawn,
    ...names,
  ].join('\n');
}

/**
 * Names that would lie on one another move apart.
 *
 * @template {{ x: number, y: number }} T
 * @param {readonly T[]} names
 * @returns {T[]}
 */
function apart(names) {
  /** @type {T[]} */
  const placed = [];
  for (const name of names.toSorted((a, b) => b.y - a.y)) {
    const above = placed.filter(({ x }) => Math.abs(x - name.x) < 150).at(-1);
    placed.push({ ...name, y: Math.min(name.y, (above?.y ?? Number.POSITIVE_INFINITY) - 15) });
  }
  return placed;
}

/**
 * @param {readonly number[]} values
 * @returns {[number, number]} powers of ten around them
 */
function range(values) {
  const from = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const to = Math.ceil(Math.log10(Math.max(...values)) - 1e-9);
  return [from, Math.max(to, from + 1)];
}

/** @param {number} from @param {number} to */
function powers(from, to) {
  return Array.from({ length: to - from + 1 }, (_, at) => Number(`1e${from + at}`));
}
