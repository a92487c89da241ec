/** The document of real size in the workspace, with findings of every kind. */
export const SAMPLE = 'postmortems/2031-03-14-label-printing.md'
