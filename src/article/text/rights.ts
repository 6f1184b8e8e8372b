/**
 * Whether a line says who holds the rights: "© 2025 The Daily. All rights reserved."
 *
 * @param text a line
 */
export function isRights(text: string): boolean {
  return rights.test(text);
}

const rights =
  /^[\s([*_]*(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|riproduzione riservata|版权所有).{0,160}$/iu;
