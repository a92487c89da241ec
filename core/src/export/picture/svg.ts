import type {Paint, Shape} from './shape.ts'

/** Colour of a paint: a value, or `var(--…)` where a style sheet has it. */
export type Palette = (paint: Paint) => string

/** Shapes as SVG text, without script, style or event attributes. */
export function svgText(shapes: readonly Shape[], palette: Palette): string {
  return shapes.map((shape) => shapeText(shape, palette)).join('')
}

function shapeText({tag, attributes, fill, stroke, text, title, children}: Shape, palette: Palette): string {
  const all = Object.entries({
    ...attributes,
    ...(fill ? {fill: palette(fill)} : {}),
    ...(stroke ? {stroke: palette(stroke)} : {}),
  })
  const content =
    (title === undefined ? '' : `<title>${escapeXml(title)}</title>`) +
    escapeXml(text ?? '') +
    svgText(children ?? [], palette)
  const open = `${tag}${all.map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`).join('')}`
  return content ? `<${open}>${content}</${tag}>` : `<${open}/>`
}

/** Text for XML and HTML. Control characters are no XML, whatever they are written as. */
export const escapeXml = (line: string): string =>
  line
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (char) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[char]!)
