import type { Kind } from './media-type.js';
import type { State } from './settings.js';

/** What requests are for: documents of some kind, and all else. */
export type Sort = Kind | 'service';

/** What is counted now, and not added up. */
export interface Gauges {
  readonly documents: number;
  readonly held: number;
  readonly live: number;
}

/** Adds up what was answered, and tells it to Prometheus. */
export class Metrics {
  readonly #requests = new Map<Sort, Map<number, number>>();
  #bytes = 0;

  /** A request was answered. */
  count(sort: Sort, status: number, bytes: number): void {
    const byStatus = this.#requests.get(sort) ?? new Map<number, number>();
    if (byStatus.size === 0) this.#requests.set(sort, byStatus);
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    this.#bytes += bytes;
  }

  /** All of it, in the text format of Prometheus. */
  text(state: State | undefined, gauges: Gauges): string {
    const requests = [...this.#requests].flatMap(([kind, byStatus]) =>
      [...byStatus].map(([status, number]) => ({ labels: `{kind="${kind}",status="${status}"}`, number })),
    );
    return [
      family('requests_total', 'counter', 'Requests answered', requests),
      family('response_bytes_total', 'counter', 'Bytes of bodies sent', [{ number: this.#bytes }]),
      ...(state ? ofRun(state) : []),
      family('documents', 'gauge', 'Documents that can be asked for', [{ number: gauges.documents }]),
      family('memory_bytes', 'gauge', 'Bytes of documents in memory', [{ number: gauges.held }]),
      family('live_connections', 'gauge', 'Pages that follow the articles', [{ number: gauges.live }]),
    ].join('');
  }
}

function ofRun({ builds, at, milliseconds, articles, entries, levels, isWritten }: State): string[] {
  const problems = Object.entries(levels).map(([level, number]) => ({
    labels: `{level="${level}"}`,
    number,
  }));
  return [
    family('builds_total', 'counter', 'Turns of the mill', [{ number: builds }]),
    family('last_build_timestamp_seconds', 'gauge', 'When the last turn began', [{ number: at / 1000 }]),
    family('last_build_duration_seconds', 'gauge', 'What the last turn took', [
      { number: milliseconds / 1000 },
    ]),
    family('last_build_written', 'gauge', 'Whether all documents are on disk', [
      { number: Number(isWritten) },
    ]),
    family('articles', 'gauge', 'Articles in the folder', [{ number: articles }]),
    family('entries', 'gauge', 'Entries published', [{ number: entries }]),
    family('problems', 'gauge', 'Problems there are now, by level', problems),
  ];
}

interface Sample {
  readonly labels?: string;
  readonly number: number;
}

function family(name: string, type: 'counter' | 'gauge', help: string, samples: readonly Sample[]): string {
  const lines = samples.map(({ labels = '', number }) => `feedmill_${name}${labels} ${number}\n`);
  return `# HELP feedmill_${name} ${help}.\n# TYPE feedmill_${name} ${type}\n${lines.join('')}`;
}
