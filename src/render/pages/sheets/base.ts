/** What all pages share: paper, type, links. Colours are set where the sheet is put together. */
export const base = `
*,::before,::after{box-sizing:border-box}
`;
