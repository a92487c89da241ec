import {metadataKey} from '#core/document/metadata/keys.ts'
import type {Analysis} from '../../analysis.ts'
import type {HoverPart} from './part.ts'

/** What a key of the metadata is for. */
export function metadataHover(offset: number, {document: {metadata}}: Analysis): HoverPart[] {
  for (const fields of metadata.fields.values()) {
    for (const {key, keySpan} of fields) {
      const known = keySpan.start <= offset && offset <= keySpan.end ? metadataKey(key) : undefined
      if (!known) continue
      const values = known.values ? `\n\nOne of ${known.values.map((value) => `\`${value}\``).join(', ')}.` : ''
      return [{span: keySpan, markdown: `**${known.key}**\n\n${known.description}${values}`}]
    }
  }
  return []
}
