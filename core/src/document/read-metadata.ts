import type {Metadata} from './metadata.ts'
import type {PostmortemDocument} from './postmortem-document.ts'

export function readMetadata(_document: PostmortemDocument): Metadata {
  return {fields: new Map()}
}
