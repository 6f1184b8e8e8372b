/**
 * Whether a text names no person but a desk or an agency, which sign much copy: "Web Desk", "Our Correspondent", "AFP".
 *
 * @param text a line, or a part of one
 */
export function isDesk(text: string): boolean {
  const name = text.replace(/^[\s([–—/-]+|[\s)\].,-]+$/gu, '');
  if (name.length > 60) return false;
  return agency.test(name) || (desk.test(name) && name.split(' ').length <= 6 && !/^\p{Ll}/u.test(name));
}

const agency =
  /^(?:(?:the )?associated press|ap|afp|agence france-presse|reuters|thomson reuters|bloomberg(?: news)?|dpa|efe|ansa|apa|pti|press trust of india|ani|ians|uni|app|ppi|inp|online|agencies|agency|wires?|news agencies|news wires|xinhua|kyodo(?: news)?|jiji(?: press)?|yonhap|anadolu(?: agency)?|aa|tass|interfax|ria novosti|itar-tass|upi|united press international|pa(?: media)?|press association|aap|australian associated press|cp|the canadian press|canadian press|cna|bernama|antara|lusa|belga|anp|ntb|tt|ritzau|stt|pap|ctk|čtk|mti|ukrinform|unian|irna|wam|spa|mena|nan|kna|the conversation|cnn|bbc|bbc news|npr|nbc news|abc news|cbs news|sky news|al jazeera|al jazeera english|web|admin|administrator|editor|the editors?|anonymous|staff|newsroom|redaktion|die redaktion|la rédaction|rédaction|redacción|la redacción|redação|da redação|redazione|la redazione|redactie|redaktionen|redaksjonen|toimitus|redakcja|редакция|redaksi|新华社|新華社|共同通信|時事通信|연합뉴스)$/iu;

const desk =
  /(?:^|\s)(?:desk|newsdesk|newsroom|bureau|staff|staff (?:reporters?|writers?|correspondents?)|(?:our|special|own|a|foreign|political|newspaper['’]s|senior) (?:correspondents?|reporters?)|editorial (?:board|team)|correspondent|reporters|news service|news agency|press agency|press office|communications office|agencies|reporter|editorial)$/iu;
