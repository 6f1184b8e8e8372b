import type { Published } from '../publish/publisher.js';
import { harmless } from './layout.js';

/** What people are told of documents that were brought to a store. */
export function publishedLine({ to, uploaded, removed, unchanged, milliseconds }: Published): string {
  const took = milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  const place = harmless(to);
  if (uploaded.length + removed.length === 0)
    return `nothing to publish: ${place} holds ${count(unchanged.length)}`;
  const gone =
    removed.length > 0 ? `, removed ${uploaded.length > 0 ? removed.length : count(removed.length)}` : '';
  const brought =
    uploaded.length > 0 ? `published ${count(uploaded.length)} to ${place}` : `published to ${place}`;
  return `${brought}${gone} in ${took}`;
}

function count(documents: number): string {
  return documents === 1 ? '1 document' : `${documents} documents`;
}
