import { problem } from '../../problems.js';
import { reasonOf } from '../reason.js';
import { ledgerName } from './folder.js';
import { readText } from './text.js';

/**
 * The ledger for whoever only looks: it is read once, without its lock, and nothing is saved.
 *
 * @param folder absolute path of the state folder, which need not exist
 */
export function readOnlyLedger(folder: string) {
  const name = `${folder}/${ledgerName}`;
  const unsaved = async () => ({ saved: false, problems: [] });
  let isRead = false;
  return {
    name,
    save: unsaved,
    reject: unsaved,
    read: () => {
      if (isRead) return { problems: [] };
      isRead = true;
      try {
        return { text: readText(name).text, problems: [] };
      } catch (error) {
        const reason = reasonOf(error);
        return { text: '', problems: [problem('ledger-unreadable', {}, { file: name, reason })] };
      }
    },
  };
}
