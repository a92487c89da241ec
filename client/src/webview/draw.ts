import {select} from 'd3-selection'
import type {Shape, Target} from '#core/export/picture/shape.ts'
import {variableOf} from '../timeline/palette.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** What an element was drawn from, for the next time and for clicks. */
const drawn = new WeakMap<Element, Shape>()

/** Makes the content of an SVG element what the shapes say; elements of the version before are kept where they can be. */
export function draw(parent: Element, shapes: readonly Shape[]): void {
  select<Element, unknown>(parent)
    .selectChildren<Element, Shape>(':not(title)')
    .data(shapes, function (shape) {
      // For elements that are there, d3 hands over what it bound to them the last time.
      return shape.key
    })
    .join((enter) => enter.append((shape) => document.createElementNS(SVG, shape.tag)))
    .order()
    .each(function (shape) {
      drawOne(this, shape)
    })
}

function drawOne(target: Element, shape: Shape): void {
  const before = drawn.get(target)
  drawn.set(target, shape)
  setAttributes(target, attributesOf(shape), before ? attributesOf(before) : {})
  if (shape.title !== before?.title || shape.text !== before?.text) {
    if (shape.text !== undefined) target.textContent = shape.text
    if (shape.title === undefined) target.querySelector(':scope > title')?.remove()
    else titleElement(target).textContent = shape.title
  }
  if (shape.children) draw(target, shape.children)
}

function attributesOf({attributes, fill, stroke}: Shape): Record<string, string | number> {
  return {...attributes, ...(fill ? {fill: variableOf(fill)} : {}), ...(stroke ? {stroke: variableOf(stroke)} : {})}
}

function setAttributes(
  target: Element,
  next: Record<string, string | number>,
  before: Record<string, string | number>,
): void {
  for (const name of Object.keys(before)) if (!(name in next)) target.removeAttribute(name)
  for (const [name, value] of Object.entries(next)) if (before[name] !== value) target.setAttribute(name, String(value))
}

function titleElement(parent: Element): Element {
  const found = parent.querySelector(':scope > title')
  if (found) return found
  const made = document.createElementNS(SVG, 'title')
  parent.prepend(made)
  return made
}

/** What a place of the picture stands for. */
export function targetAt(place: EventTarget | null): Target | undefined {
  for (let at = place instanceof Element ? place : null; at; at = at.parentElement) {
    const target = drawn.get(at)?.target
    if (target) return target
  }
  return undefined
}
