import type {PhaseName} from '../timeline-view.ts'

/** What a surface paints with; each surface says what colour that is. */
export type Paint =
  | 'background'
  | 'text'
  | 'muted'
  | 'line'
  | 'grid'
  | 'current'
  | 'gap'
  | 'fold'
  | 'none'
  | PhaseName
  | `${PhaseName}-tint`

type Attributes = Readonly<Record<string, string | number>>

/** A piece of the drawing, the same for a page, a file and a preview. */
export interface Shape {
  /** Unique among its siblings, and the same for the same thing in the next version. */
  readonly key: string
  readonly tag: 'svg' | 'g' | 'rect' | 'line' | 'path' | 'circle' | 'text' | 'tspan'
  readonly attributes: Attributes
  readonly fill?: Paint
  readonly stroke?: Paint
  /** A shape with text has no children. */
  readonly text?: string
  /** Shown at the pointer. */
  readonly title?: string
  /** What a click is about. */
  readonly target?: Target
  readonly children?: readonly Shape[]
}

/** What a shape stands for. */
export type Target =
  | {readonly kind: 'events'; readonly ids: readonly number[]}
  | {readonly kind: 'gap'; readonly from: number; readonly to: number}
  | {readonly kind: 'fold'; readonly from: number}
  | {readonly kind: 'phase'; readonly name: PhaseName}

/** Shapes that belong together; `kind` is for style sheets. */
export const group = (
  key: string,
  kind: string,
  children: readonly Shape[],
  more: Pick<Shape, 'title' | 'target'> & {attributes?: Attributes} = {},
): Shape => ({key, tag: 'g', children, ...more, attributes: {'data-kind': kind, ...more.attributes}})

export const rect = (
  key: string,
  box: {x: number; y: number; width: number; height: number},
  fill: Paint,
  more: Attributes = {},
  stroke?: Paint,
): Shape => ({
  key,
  tag: 'rect',
  attributes: {
    x: round(box.x),
    y: round(box.y),
    width: round(Math.max(0, box.width)),
    height: round(Math.max(0, box.height)),
    ...more,
  },
  fill,
  ...(stroke ? {stroke} : {}),
})

/** Lines of one pixel are sharp on half pixels. */
export const upright = (
  key: string,
  x: number,
  from: number,
  to: number,
  stroke: Paint,
  more: Attributes = {},
): Shape => ({
  key,
  tag: 'line',
  attributes: {x1: half(x), x2: half(x), y1: round(from), y2: round(to), ...more},
  stroke,
})

export const level = (
  key: string,
  y: number,
  from: number,
  to: number,
  stroke: Paint,
  more: Attributes = {},
): Shape => ({
  key,
  tag: 'line',
  attributes: {x1: round(from), x2: round(to), y1: half(y), y2: half(y), ...more},
  stroke,
})

export const words = (
  key: string,
  at: {x: number; y: number; size: number},
  text: string,
  fill: Paint,
  more: Attributes = {},
): Shape => ({
  key,
  tag: 'text',
  attributes: {x: round(at.x), y: round(at.y), 'font-size': at.size, ...more},
  fill,
  text,
})

export const round = (n: number): number => Math.round(n * 10) / 10
export const half = (n: number): number => Math.floor(n) + 0.5
