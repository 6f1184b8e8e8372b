import { foldWord } from './tokens.js';

/** Whether a folded word says nothing in a date: "at", "of the", "Uhr", "года", a counter of years. */
export function isFiller(word: string): boolean {
  return fillers.has(word);
}

const fillers = new Set(
  (
    'at on of the in t and year hrs hours local time oclock um uhr den der dem am a à le la les l el del de d di il alle ' +
    'ore lo ao aos às as em no dia día las los ale a las du en kl klo kello kloa op om uur van het te h ob v ve dne den hod ' +
    'r rok roku w o godz god godine u г год года году р рік року в во час у о об ч ժ ora orele la óra órakor ' +
    'saat gada m metų d d. val pukul pkl jam tanggal ngày năm lúc vào nam στις τις στα το του ώρα ' +
    'في الساعة عام سنة يوم على ב בשעה של को बजे पर, वाजता টা কে 日 号 號 年 년 일 に 에 的 วันที่ ที่ เวลา น เมื่อ คศ ' +
    'ng nang alas noong ya saa tarehe die بتاریخ بجے ساعت klukkan þann plkst kell os gw و pada এ کو les'
  )
    .split(/[\s,]+/)
    .flatMap((word) => [word, foldWord(word)]),
);
