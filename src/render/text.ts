import { clean } from '../characters.js';

/**
 * Plain text for XML content and attribute values. References are hexadecimal, as the RSS Best Practices Profile
 * asks of titles; a reader that unescapes once sees the text as it was written.
 */
export function escapeText(text: string): string {
  return clean(text).replace(/[&<>"]/g, (sign) => references[sign] ?? sign);
}

const references: Readonly<Record<string, string>> = {
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&#x3E;',
  '"': '&#x22;',
};

/** HTML as one or more CDATA sections: each `]]>` is divided between two of them. */
export function cdata(html: string): string {
  return `<![CDATA[${clean(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
