/** The languages whose dates are known, those of most readers first: where two write two months alike, the first is believed. */
export const languages =
  'en es de fr pt it ru ja zh ar tr pl nl id vi ko cs uk sv hu ro el fi da nb he th bg sk hr sr sr-Latn sl lt lv et hi bn fa ur ms ca gl is mk be bs fil sw af ar-LB ar-MA de-AT fr-CA zh-TW'.split(
    ' ',
  );
