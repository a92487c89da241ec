/** Pixels for a pixel of the drawing: sharp on paper and on dense screens. */
const SCALE = 2
/** Browsers draw no larger canvas than this. */
const MOST = 16_000

/** SVG text as PNG in base64; undefined where the picture is too large. */
export async function rasterize(svg: string): Promise<string | undefined> {
  const address = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = Math.min(SCALE, MOST / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.width * scale)
    canvas.height = Math.round(image.height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const [, data] = canvas.toDataURL('image/png').split(',')
    return data || undefined
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(address)
  }
}
