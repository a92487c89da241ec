/** A label that wants to hang below its mark, starting at the mark's left. */
export interface LabelWish {
  readonly id: number
  readonly x: number
  readonly width: number
  /** A width that will do where there is no room for all of it. */
  readonly least?: number
  /** Higher goes first. */
  readonly priority: number
}

export interface PlacedLabel {
  readonly row: number
  /** How wide the label may grow before it meets another label or a leader line. */
  readonly room: number
}

/** A label in the making: its row grows as labels come in to its right. */
interface Label extends LabelWish {
  row: number
}

/**
 * Rows for labels under their marks, as stairs: a label that reaches under marks further right stands below the labels of
 * those, so that no label lies on another and no leader line runs through one. Labels for which the stairs would need more
 * steps than there are rows are left out. O(n log n) where marks keep a distance, as only a few then stand near one another.
 */
export function placeLabels(wishes: readonly LabelWish[], rows: number, distance = 10): Map<number, PlacedLabel> {
  const placed: Label[] = []
  const widest = wishes.reduce((most, {width}) => Math.max(most, width), 0)
  const inOrder = [...wishes].sort((a, b) => b.priority - a.priority || b.x - a.x || a.id - b.id)
  for (const wish of inOrder) {
    if (insert(placed, wish, rows, widest + distance, distance)) continue
    if (wish.least !== undefined && wish.least < wish.width)
      insert(placed, {...wish, width: wish.least}, rows, widest + distance, distance)
  }
  return new Map(placed.map((label, index) => [label.id, {row: label.row, room: roomOf(placed, index, distance)}]))
}

/** @returns whether there was a row for it */
function insert(placed: Label[], wish: LabelWish, rows: number, reach: number, distance: number): boolean {
  const at = lowerBound(placed, wish.x)
  const label: Label = {...wish, row: 0}
  for (let i = at; i < placed.length && placed[i]!.x < wish.x + wish.width + distance; i++) {
    label.row = Math.max(label.row, placed[i]!.row + 1)
  }
  placed.splice(at, 0, label)
  const before = pushDown(placed, at, rows, reach, distance)
  if (!before) return true
  for (const [pushed, row] of before) pushed.row = row
  placed.splice(at, 1)
  return false
}

/** Lowers the labels that reach under the one at `at`. @returns the rows before, where there are not rows enough */
function pushDown(
  placed: readonly Label[],
  at: number,
  rows: number,
  reach: number,
  distance: number,
): Map<Label, number> | undefined {
  const before = new Map<Label, number>()
  const waiting = [at]
  if (placed[at]!.row >= rows) return before
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const {x, row} = placed[index]!
    for (let i = index - 1; i >= 0 && placed[i]!.x > x - reach; i--) {
      const other = placed[i]!
      if (other.x + other.width + distance <= x || other.row > row) continue
      if (!before.has(other)) before.set(other, other.row)
      other.row = row + 1
      if (other.row >= rows) return before
      waiting.push(i)
    }
  }
  return undefined
}

/** Further than any label reaches. */
const FAR = 600

/** Up to the next label to the right that stands in this row, or whose leader line passes through it. */
function roomOf(placed: readonly Label[], index: number, distance: number): number {
  const {x, row, width} = placed[index]!
  for (let i = index + 1; i < placed.length && placed[i]!.x < x + FAR; i++) {
    if (placed[i]!.row >= row && placed[i]!.x >= x + width) return placed[i]!.x - x - distance
  }
  return FAR - distance
}

/** Index of the first label that does not begin left of `x`. */
function lowerBound(labels: readonly LabelWish[], x: number): number {
  let [low, high] = [0, labels.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (labels[middle]!.x < x) low = middle + 1
    else high = middle
  }
  return low
}
