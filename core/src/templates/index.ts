import type {Template} from './template.ts'

export const TEMPLATES: readonly Template[] = [
  {id: 'blameless', name: 'Blameless post-mortem', purpose: '', source: '', sections: [], metadata: []},
]
