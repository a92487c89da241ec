import type {Paint} from '#core/export/picture/shape.ts'

/** The style sheets of page and preview say what these are in each theme. */
export const variableOf = (paint: Paint): string => (paint === 'none' ? 'none' : `var(--postmortem-${paint})`)
