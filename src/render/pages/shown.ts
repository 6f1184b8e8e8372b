import { asHtml } from '../../characters.js';

/** Whether safe HTML shows or plays what lies at an address. */
export function shows(content: string, url: string): boolean {
  return content.includes(` src="${asHtml(url)}"`);
}
