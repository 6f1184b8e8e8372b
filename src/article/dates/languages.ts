/**
 * The languages whose dates are known, by whether they write in Latin letters, those of most readers first: where two
 * write two months alike, the first is believed.
 */
export const languages = {
  latin:
    'es de fr pt it tr pl nl id vi cs sv hu ro fi da nb sk hr sr-Latn sl lt lv et ms ca gl is bs fil sw af de-AT fr-CA'.split(
      ' ',
    ),
  other: 'ru ja zh ar ko uk el he th bg sr hi bn fa ur mk be ar-LB ar-MA zh-TW'.split(' '),
};
